/** Width and height of every scene. */
export const SCENE_SIZE = { width: 1600, height: 900 } as const
