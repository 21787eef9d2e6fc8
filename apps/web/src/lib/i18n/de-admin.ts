export const deAdmin = {}
