/** The name of the verifier in reports, and of its package. */
export const toolName = 'prove-guide';
