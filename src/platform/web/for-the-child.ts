import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const FOR_THE_CHILD = 'forTheChild';

/**
 * Marks a route whose page, print or letter a child may read. Nothing of a victim may stand there: a test collects every
 * marked route from the running service and renders it on a case whose victim records are full of marked text.
 */
export const ForTheChild = (): CustomDecorator => SetMetadata(FOR_THE_CHILD, true);
