import { completeUpload, reserveUpload, uploadMimes, MAX_IMAGE_BYTES } from '@itellico/contracts/media'
import { api } from '@/lib/api.client'

export type UploadMime = (typeof uploadMimes)[number]

/** Why a file cannot be taken, before anything is sent. */
export function fileProblem(file: File): 'kind' | 'size' | null {
  if (!(uploadMimes as readonly string[]).includes(file.type)) return 'kind'
  return file.size > MAX_IMAGE_BYTES || file.size === 0 ? 'size' : null
}

/** Sends bytes to a signed address and reports how far it is. */
function put(url: string, headers: Record<string, string>, file: File, onPercent: (percent: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (e) => e.lengthComputable && onPercent(Math.round((e.loaded / e.total) * 100))
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : reject(new TypeError(`upload answered ${request.status}`)))
    request.onerror = () => reject(new TypeError('upload failed'))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

/** Reserves a place, sends the file straight to storage, and says that it has arrived. Gives the id of the picture. */
export async function uploadPicture(
  profileId: string,
  file: File,
  onPercent: (percent: number) => void,
  onReserved: (mediaId: string) => void,
  signal: AbortSignal,
): Promise<string> {
  const { media, upload } = await api(reserveUpload, {
    body: { profileId, fileName: file.name.slice(0, 255), mimeType: file.type as UploadMime, size: file.size },
    signal,
  })
  onReserved(media.id)
  await put(upload.url, upload.headers, file, onPercent, signal)
  await api(completeUpload, { params: { id: media.id }, signal })
  return media.id
}
