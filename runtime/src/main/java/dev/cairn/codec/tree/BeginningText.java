package dev.cairn.codec.tree;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.collection.CollectionKind;
import dev.cairn.codec.collection.CollectionType;
import dev.cairn.codec.collection.CollectionTypes;
import dev.cairn.codec.collection.MapType;
import dev.cairn.codec.collection.OptionalCodec;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Decoding;
import dev.cairn.codec.internal.Lengths;
import dev.cairn.codec.internal.Presence;
import dev.cairn.codec.internal.StringFormat;
import dev.cairn.codec.internal.TreeText;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.union.AnyCodec;
import dev.cairn.codec.union.AnyTags;
import dev.cairn.codec.value.PrimitiveArrayCodec;
import dev.cairn.codec.value.PrimitiveArrays;
import dev.cairn.codec.value.Scalars;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Objects;

/**
 * The text of a tree, as far as the first bytes of the value and a number of characters go: nothing is read that is not shown. For one
 * value of a complete schema.
 */
public final class BeginningText {
    private static final String NULL = "null";
    private static final String REST = "...";

    private final Schema schema;
    private final int limit;
    private final StringBuilder text = new StringBuilder();

    /** Whether there is more than is shown. */
    private boolean ended;

    private BeginningText(Schema schema, int limit) {
        this.schema = schema;
        this.limit = limit;
    }

    /**
     * The text of the payload that begins at the position of {@code input}, followed by {@code ...} if it is not whole.
     *
     * @param input which may end before the value does
     * @param limit the largest number of characters before those
     */
    public static String of(Schema schema, Input input, int limit) {
        BeginningText beginning = new BeginningText(schema, limit);
        boolean whole = Decoding.beginning((kryo, bytes) -> beginning.read(schema.root(), kryo, bytes), input);
        return beginning.cut(whole);
    }

    private String cut(boolean whole) {
        if (text.length() <= limit) {
            return whole && !ended ? text.toString() : text + REST;
        }
        boolean insidePair = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1));
        return text.substring(0, insidePair ? limit - 1 : limit) + REST;
    }

    private boolean isFull() {
        ended |= text.length() > limit;
        return ended;
    }

    private void read(SchemaType type, Kryo kryo, Input input) {
        if (type instanceof SchemaType.Scalar scalar) {
            readScalar(Objects.requireNonNull(Scalars.find(scalar)), kryo, input);
        } else if (type instanceof SchemaType.Named named) {
            readNamed(schema.definition(named.name()), kryo, input);
        } else {
            readParametric((SchemaType.Parametric) type, kryo, input);
        }
    }

    private void readScalar(ArtifactCodec<?> codec, Kryo kryo, Input input) {
        if (codec == Scalars.STRING) {
            readString(input);
        } else {
            text.append(TreeText.scalar(codec.read(kryo, input)));
        }
    }

    /** Of a long string only as much as is shown. */
    private void readString(Input input) {
        int length = Lengths.readNullable(input, 1);
        if (length < 0) {
            text.append(NULL);
            return;
        }
        byte[] bytes = new byte[Math.min(length, 4 * (limit + 1))];
        int size = 0;
        for (int read = 0; read >= 0 && size < bytes.length; size += Math.max(0, read)) {
            read = input.read(bytes, size, bytes.length - size);
        }
        ended |= size < length;
        if (ended) {
            size = wholeCharacters(bytes, size);
        }
        String quoted = TreeText.quoted(StringFormat.read(new Input(bytes, 0, size), size));
        text.append(quoted, 0, ended ? quoted.length() - 1 : quoted.length());
    }

    /** How many of the first bytes make whole characters in UTF-8. */
    private static int wholeCharacters(byte[] bytes, int size) {
        int start = size;
        while (start > 0 && size - start < 4) {
            start--;
            int first = bytes[start] & 0xFF;
            if ((first & 0xC0) != 0x80) {
                int wanted = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
                return start + wanted <= size ? start + wanted : start;
            }
        }
        return start;
    }

    private void readNamed(Definition definition, Kryo kryo, Input input) {
        if (definition instanceof Definition.Enumeration || definition instanceof Definition.Sealed) {
            int index = Varints.readInt(input);
            if (index == 0) {
                text.append(NULL);
            } else {
                readNumbered(definition, index - 1, kryo, input);
            }
        } else if (Presence.read(input)) {
            readBody(definition, kryo, input);
        } else {
            text.append(NULL);
        }
    }

    private void readBody(Definition definition, Kryo kryo, Input input) {
        if (definition instanceof Definition.Struct struct) {
            readFields(struct, kryo, input);
        } else {
            readNumbered(definition, Varints.readInt(input), kryo, input);
        }
    }

    private void readNumbered(Definition definition, int index, Kryo kryo, Input input) {
        if (definition instanceof Definition.Enumeration enumeration) {
            text.append(TreeText.escaped(enumeration.constants().get(index)));
        } else {
            String subtype = ((Definition.Sealed) definition).permitted().get(index);
            readBody(schema.definition(subtype), kryo, input);
        }
    }

    private void readFields(Definition.Struct struct, Kryo kryo, Input input) {
        CodecState state = CodecState.of(kryo);
        state.enterForShowing();
        text.append(TreeText.escaped(TreeText.simpleName(struct.name())));
        List<Definition.Field> fields = struct.fields();
        readList('{', fields.size(), '}', i -> {
            text.append(TreeText.escaped(fields.get(i).name())).append(": ");
            read(fields.get(i).type(), kryo, input);
        });
        state.leave();
    }

    private void readParametric(SchemaType.Parametric type, Kryo kryo, Input input) {
        PrimitiveArrayCodec<?> array = PrimitiveArrays.find(type);
        CollectionType<?, ?> collection = CollectionTypes.find(type.name());
        MapType<?, ?, ?> map = MapType.find(type.name());
        if (array != null) {
            readPrimitives(array, input);
        } else if (collection != null) {
            readElements(type.arguments().get(0), length(collection.isOpen(), input), kryo, input);
        } else if (map != null) {
            readEntries(type, length(map.isOpen(), input), kryo, input);
        } else {
            switch (type.name()) {
                case "array" -> readElements(type.arguments().get(0), length(false, input), kryo, input);
                case "optional" -> readOptional(type.arguments().get(0), kryo, input);
                case "entry" -> readEntries(type, Presence.read(input) ? 1 : -1, kryo, input);
                case "any" -> readAny(type, kryo, input);
                default -> throw new MalformedArtifactException("there is no type " + type.name());
            }
        }
    }

    /** -1 for null. */
    private static int length(boolean open, Input input) {
        if (!open) {
            return Lengths.readNullable(input, 1);
        }
        return CollectionKind.of(input.readByte()) == CollectionKind.ABSENT ? -1 : Lengths.read(input);
    }

    private void readPrimitives(PrimitiveArrayCodec<?> array, Input input) {
        int length = array.readLength(input);
        readList('[', length, ']', i -> text.append(TreeText.scalar(Array.get(array.readElements(input, 1), 0))));
    }

    private void readElements(SchemaType element, int length, Kryo kryo, Input input) {
        readList('[', length, ']', i -> read(element, kryo, input));
    }

    private void readEntries(SchemaType.Parametric type, int length, Kryo kryo, Input input) {
        readList('{', length, '}', i -> {
            read(type.arguments().get(0), kryo, input);
            if (!isFull()) {
                text.append(": ");
                read(type.arguments().get(1), kryo, input);
            }
        });
    }

    private void readOptional(SchemaType element, Kryo kryo, Input input) {
        byte state = input.readByte();
        readElements(element, state == OptionalCodec.NULL ? -1 : state == OptionalCodec.EMPTY ? 0 : 1, kryo, input);
    }

    private void readAny(SchemaType.Parametric any, Kryo kryo, Input input) {
        CodecState state = CodecState.of(kryo);
        state.enterForShowing();
        int tag = Varints.readInt(input);
        switch (tag) {
            case AnyTags.NULL -> text.append(NULL);
            case AnyTags.COLLECTION -> readElements(any, length(true, input), kryo, input);
            case AnyTags.MAP ->
                readEntries(new SchemaType.Parametric("map", List.of(any, any)), length(true, input), kryo, input);
            case AnyTags.NAMED -> {
                SchemaType.Named type = (SchemaType.Named) any.arguments().get(Varints.readInt(input));
                readBody(schema.definition(type.name()), kryo, input);
            }
            default -> readLeaf(AnyTags.leaf(tag), kryo, input);
        }
        state.leave();
    }

    private void readLeaf(ArtifactCodec<?> codec, Kryo kryo, Input input) {
        if (codec == Scalars.STRING) {
            readString(input);
        } else if (codec instanceof PrimitiveArrayCodec<?> array) {
            readPrimitives(array, input);
        } else {
            text.append(TreeText.scalar(AnyCodec.readLeaf(codec, kryo, input)));
        }
    }

    /** Reads one element. */
    @FunctionalInterface
    private interface Element {
        void read(int index);
    }

    /** Between brackets, with commas; a length of -1 is null. */
    private void readList(char open, int length, char close, Element element) {
        if (length < 0) {
            text.append(NULL);
            return;
        }
        text.append(open);
        for (int i = 0; i < length && !isFull(); i++) {
            text.append(i == 0 ? "" : ", ");
            element.read(i);
        }
        if (!ended) {
            text.append(close);
        }
    }
}
