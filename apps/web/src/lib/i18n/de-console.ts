export const deConsole = {}
