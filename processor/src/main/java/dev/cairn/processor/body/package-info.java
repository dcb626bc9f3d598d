/**
 * Reads the bodies of steps: what they read, assign and leak. The only user of the compiler's trees.
 *
 * <p>The analysis is syntactic. To ask the compiler what a name in a body means would make it attribute the whole class, in a
 * round in which the types that are about to be generated do not exist yet, and break programs that are right. So scopes and
 * definite assignment (chapters 6.3 and 16 of the language specification) are done here again, for fields.
 */
@NullMarked
package dev.cairn.processor.body;

import org.jspecify.annotations.NullMarked;
