import { Suspense } from 'react'
import { AcceptInvitation } from '@/features/auth/accept-invitation'

type Params = Promise<{ token: string }>

/** Where the link of an invitation leads. */
export default function InvitationPage({ params }: { params: Params }) {
  return (
    <Suspense>
      <Invitation params={params} />
    </Suspense>
  )
}

async function Invitation({ params }: { params: Params }) {
  return <AcceptInvitation token={(await params).token} />
}
