package dev.cairn.codec.schema;

import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.internal.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Describes the payload of an artifact completely: its type, and the definition of every named type that occurs in it. With the
 * schema, the artifact can be read without the classes of the user. Immutable.
 *
 * <p>A schema is stored as a blob of its own, whose SHA-256 stands in the header of each artifact. The blob is UTF-8 text:
 * a first line {@code cairn schema 1}, a line with the type, and one line per definition, in the order in which they are met
 * when one reads types from left to right and definitions from top to bottom. {@link SchemaText} has the grammar.
 *
 * <pre>
 * cairn schema 1
 * list&lt;com.acme.Config&gt;
 * struct com.acme.Config{learningRate:f64,batchSize:i32,optimizer:com.acme.Optimizer}
 * enum com.acme.Optimizer{SGD,ADAM}
 * </pre>
 *
 * <p>Two schemas are equal if they describe the same, whichever version of Cairn wrote them.
 */
public final class Schema {
    static final int VERSION = 1;
    static final String FIRST_WORDS = "cairn schema ";

    private final SchemaType root;
    private final Map<String, Definition> definitions;
    private final String text;
    private final byte[] bytes;
    private final byte[] hash;

    private Schema(SchemaType root, Map<String, Definition> definitions) {
        this.root = root;
        this.definitions = definitions;
        this.text = definitions.values().stream()
                .map(Definition::toString)
                .collect(Collectors.joining("\n", root + "\n", definitions.isEmpty() ? "" : "\n"));
        this.bytes = (FIRST_WORDS + VERSION + "\n" + text).getBytes(StandardCharsets.UTF_8);
        this.hash = Sha256.of(bytes);
    }

    private Schema(Schema read, byte[] bytes) {
        this.root = read.root;
        this.definitions = read.definitions;
        this.text = read.text;
        this.bytes = bytes.clone();
        this.hash = Sha256.of(bytes);
    }

    /** This schema, as a version of Cairn wrote it that put other names in quotes. */
    Schema storedAs(byte[] blob) {
        return new Schema(this, blob);
    }

    /**
     * Reads the blob of a schema.
     *
     * @param blob the bytes of the blob, of this or an older version of the format
     * @return the schema; its {@link #bytes} are {@code blob}
     * @throws MalformedArtifactException if {@code blob} is not a schema in canonical form
     */
    public static Schema parse(byte[] blob) {
        return SchemaParser.parse(blob);
    }

    /**
     * {@return whether a blob that begins like this can be that of a schema} An artifact never does.
     *
     * @param beginning the first bytes of the blob, at least as many as {@code cairn schema } has
     */
    public static boolean isBeginning(byte[] beginning) {
        byte[] first = FIRST_WORDS.getBytes(StandardCharsets.UTF_8);
        return beginning.length >= first.length && Arrays.equals(first, Arrays.copyOf(beginning, first.length));
    }

    /**
     * {@return the schema of a type, with the definitions that it uses, in canonical order}
     *
     * @param root the type of the payload
     * @param known definitions by name; those that {@code root} does not reach are left out
     * @throws MalformedArtifactException if {@code known} has no definition of a type that {@code root} reaches
     */
    public static Schema of(SchemaType root, Map<String, Definition> known) {
        Map<String, Definition> reached = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        reach(root, order);
        for (int i = 0; i < order.size(); i++) {
            String name = order.get(i);
            Definition definition = known.get(name);
            if (definition == null) {
                throw new MalformedArtifactException("the schema does not define " + name);
            }
            if (reached.putIfAbsent(name, definition) == null) {
                parts(definition, order);
            }
        }
        return new Schema(root, reached);
    }

    private static void reach(SchemaType type, List<String> names) {
        if (type instanceof SchemaType.Named named) {
            names.add(named.name());
        } else if (type instanceof SchemaType.Parametric parametric) {
            parametric.arguments().forEach(argument -> reach(argument, names));
        }
    }

    private static void parts(Definition definition, List<String> names) {
        if (definition instanceof Definition.Struct struct) {
            struct.fields().forEach(field -> reach(field.type(), names));
        } else if (definition instanceof Definition.Sealed sealed) {
            names.addAll(sealed.permitted());
        }
    }

    /** {@return the type of the payload} */
    public SchemaType root() {
        return root;
    }

    /** {@return the definitions, in canonical order} */
    public List<Definition> definitions() {
        return List.copyOf(definitions.values());
    }

    /**
     * {@return the definition of a named type}
     *
     * @param name the binary name of the class, with type arguments if it is generic
     * @throws MalformedArtifactException if this schema has no such type
     */
    public Definition definition(String name) {
        @Nullable Definition definition = definitions.get(name);
        if (definition == null) {
            throw new MalformedArtifactException("the schema does not define " + name);
        }
        return definition;
    }

    /**
     * {@return the part of this schema that describes {@code type}}
     *
     * @param type a type that occurs in this schema
     * @throws MalformedArtifactException if this schema has no definition of a type in {@code type}
     */
    public Schema narrowedTo(SchemaType type) {
        return of(type, definitions);
    }

    /** {@return whether the schema describes every byte of the payload: no part is stored by a custom codec or with reflection} */
    public boolean isComplete() {
        return definitions.values().stream().noneMatch(Definition::needsClass);
    }

    /** {@return a copy of the stored bytes} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return a copy of the SHA-256 of {@link #bytes}: 32 bytes} */
    public byte[] hash() {
        return hash.clone();
    }

    /**
     * {@return whether {@code candidate} is {@link #hash}, without a copy of it}
     *
     * @param candidate a SHA-256: 32 bytes
     */
    public boolean hasHash(byte[] candidate) {
        return Arrays.equals(hash, candidate);
    }

    /**
     * Writes the 32 bytes of {@link #hash}, without a copy of them.
     *
     * @param output gets the bytes at its current position
     */
    public void writeHash(Output output) {
        output.writeBytes(hash);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schema schema && text.equals(schema.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The canonical text, without the first line of the blob. */
    @Override
    public String toString() {
        return text;
    }
}
