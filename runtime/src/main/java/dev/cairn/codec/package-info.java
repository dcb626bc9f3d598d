/**
 * How values become bytes and stay readable: schemas, the blob format, codecs, the generic decoder.
 *
 * <p>{@link dev.cairn.codec.ArtifactFormat} turns values into artifacts and back. {@link dev.cairn.codec.Codecs} has the codecs of
 * the JDK's types, and puts codecs together; those of records and classes are generated as subclasses of
 * {@link dev.cairn.codec.StructCodec}; users write {@link dev.cairn.codec.CustomCodec}s. All are Kryo serializers.
 *
 * <p>The rules of the format:
 *
 * <ul>
 *   <li>A payload is positional. What it means stands in a {@link dev.cairn.codec.schema.Schema}, which is stored once and named in each
 *       artifact by its hash.
 *   <li>If the schema is that of today, reading is positional too. If not, a plan is made by name, once: unknown fields are skipped,
 *       missing ones take their default, former names are honoured, numbers are widened where no value changes. Everything else is
 *       an {@link dev.cairn.codec.IncompatibleSchemaException}, never a silent zero.
 *   <li>Equal values of one kind are equal bytes, in every virtual machine. The classes of collections do not show.
 *   <li>No class is looked up by a name from the data. No length from the data is believed before it is compared with the number
 *       of bytes.
 * </ul>
 */
@NullMarked
package dev.cairn.codec;

import org.jspecify.annotations.NullMarked;
