/** Schemas, which describe the stored values of a type, their text form and its parser. Does not depend on codecs. */
@NullMarked
package dev.cairn.codec.schema;

import org.jspecify.annotations.NullMarked;
