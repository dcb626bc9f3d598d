/** How the stored values of a type are described: schemas, their text and its parser. Knows no codec. */
@NullMarked
package dev.cairn.codec.schema;

import org.jspecify.annotations.NullMarked;
