/** Number of earlier informal disposals from which an unanalysed one stops everyone. Source: local rule, HMIP 2021 section 3.1. */
export const usualRepeatThreshold = 2;
