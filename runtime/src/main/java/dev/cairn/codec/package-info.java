/**
 * Encodes values as bytes that stay readable: schemas, the format of artifacts, codecs, and the generic decoder.
 *
 * <p>{@link dev.cairn.codec.ArtifactFormat} encodes and decodes artifacts. {@link dev.cairn.codec.Codecs} has the codecs of the JDK's
 * types, and combines codecs. The codecs of records and classes are generated subclasses of {@link dev.cairn.codec.StructCodec}. Users
 * can write a {@link dev.cairn.codec.ConverterCodec}, which stores values as values of another type, or a {@link
 * dev.cairn.codec.CustomCodec}, which has its own bytes. All codecs are Kryo serializers.
 *
 * <p>The rules of the format:
 *
 * <ul>
 *   <li>A payload is positional. A {@link dev.cairn.codec.schema.Schema} describes it. The schema is stored once, and each artifact has
 *       its hash.
 *   <li>If the schema is the current one, reading is positional too. Otherwise Cairn matches fields by name, once per schema: unknown
 *       fields are skipped, missing fields get their default, former names are used, and numbers are widened if no value changes.
 *       Everything else is an {@link dev.cairn.codec.IncompatibleSchemaException}, never a silent zero.
 *   <li>Equal values of one kind have equal bytes, in every virtual machine. The classes of collections are not stored.
 *   <li>No class is loaded by a name from the data. No length from the data is used before it is compared with the number of bytes.
 * </ul>
 */
@NullMarked
package dev.cairn.codec;

import org.jspecify.annotations.NullMarked;
