'use client'

import { RotateCcw, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { useI18n } from '@/lib/i18n/client'
import { fileProblem } from './upload-file'
import type { Upload } from './use-uploads'

/** A picture that is on its way. */
export function UploadTile({ upload, onRetry, onRemove }: { upload: Upload; onRetry: () => void; onRemove: () => void }) {
  const { t } = useI18n()
  const failed = upload.phase === 'failed'
  return (
    <li className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2">
      <div className="relative aspect-3/4 overflow-hidden bg-sunken">
        {fileProblem(upload.file) !== 'kind' && (
          <img src={upload.preview} alt="" className={failed ? 'size-full object-cover opacity-30 grayscale' : 'size-full object-cover opacity-60'} />
        )}
        {upload.phase !== 'processing' && (
          <Button
            variant="quiet"
            size="icon"
            aria-label={`${t('media.takeAway')}: ${upload.file.name}`}
            onClick={onRemove}
            className="absolute top-1.5 right-1.5 bg-canvas"
          >
            <X />
          </Button>
        )}
      </div>
      {failed ? (
        <div role="alert" className="grid justify-items-start gap-1.5">
          <p className="text-sm font-medium text-bad">{upload.error}</p>
          {fileProblem(upload.file) === null && (
            <Button variant="outline" size="sm" onClick={onRetry}>
              <RotateCcw />
              {t('common.retry')}
            </Button>
          )}
        </div>
      ) : (
        <Progress value={upload.phase === 'waiting' ? null : upload.percent} label={t(`media.phase.${upload.phase}`)} showValue={upload.phase === 'sending'} />
      )}
    </li>
  )
}
