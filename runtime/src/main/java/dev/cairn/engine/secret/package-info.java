/** The values of secret parameters: where they come from, what is stored of them, and where they must not be seen. */
@NullMarked
package dev.cairn.engine.secret;

import org.jspecify.annotations.NullMarked;
