import {
  Activity,
  Bell,
  BookImage,
  Building2,
  CalendarOff,
  CalendarRange,
  ClipboardList,
  Download,
  Inbox,
  LayoutDashboard,
  ListChecks,
  MessageSquare,
  Megaphone,
  Palette,
  Plus,
  ScrollText,
  Search,
  Settings2,
  ShieldCheck,
  Split,
  SquareUser,
  Table2,
  UserRound,
  Users,
  Boxes,
  type LucideIcon,
} from 'lucide-react'
import type { IconName } from '@/lib/navigation'

const icons: Record<IconName, LucideIcon> = {
  overview: LayoutDashboard,
  roster: SquareUser,
  board: Table2,
  bookings: CalendarRange,
  castings: Megaphone,
  settings: Settings2,
  messages: MessageSquare,
  shortlists: ListChecks,
  requests: Inbox,
  search: Search,
  profile: UserRound,
  media: BookImage,
  bookouts: CalendarOff,
  applications: ClipboardList,
  accounts: Building2,
  users: Users,
  roles: ShieldCheck,
  branding: Palette,
  fields: ListChecks,
  audit: ScrollText,
  isolation: Split,
  exports: Download,
  tenants: Boxes,
  new: Plus,
  queues: Activity,
}

/** The sign of a navigation item. */
export function NavIcon({ name, className }: { name: IconName; className?: string }) {
  const Icon = icons[name] ?? Bell
  return <Icon aria-hidden strokeWidth={1.75} className={className} />
}
