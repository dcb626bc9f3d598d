package dev.cairn.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.codec.Tree;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON.
 *
 * <p>Objects have their fields and, first, {@code @type}: the name of their class. Maps with different texts as keys become
 * objects, others arrays of {@code key} and {@code value}. Numbers that JSON does not have, such as NaN, and the value types of
 * the JDK are texts; an optional is its element, or null; a set of bits is the array of those that are set. The appendix of {@code
 * docs/format.md} says it of each type.
 */
final class TreeJson {
    private final JsonGenerator json;

    TreeJson(JsonGenerator json) {
        this.json = json;
    }

    void write(Tree tree) throws IOException {
        if (tree instanceof Tree.Scalar scalar) {
            scalar(scalar);
        } else if (tree instanceof Tree.Constant constant) {
            json.writeString(constant.name());
        } else if (tree instanceof Tree.Struct struct) {
            struct(struct);
        } else if (tree instanceof Tree.Sequence sequence) {
            sequence(sequence);
        } else if (tree instanceof Tree.Mapping mapping) {
            mapping(mapping);
        } else if (tree instanceof Tree.Primitives primitives) {
            array(primitives.array());
        } else if (tree instanceof Tree.Opaque opaque) {
            opaque(opaque);
        } else {
            json.writeNull();
        }
    }

    private void scalar(Tree.Scalar scalar) throws IOException {
        Object value = scalar.value();
        if (value instanceof OptionalInt number) {
            optional(number.isPresent() ? number.getAsInt() : null);
        } else if (value instanceof OptionalLong number) {
            optional(number.isPresent() ? number.getAsLong() : null);
        } else if (value instanceof OptionalDouble number) {
            optional(number.isPresent() ? number.getAsDouble() : null);
        } else if (value instanceof BitSet bits) {
            array(bits.stream().toArray());
        } else if (value instanceof Boolean || value instanceof Number) {
            primitive(value);
        } else {
            json.writeString(scalar.text());
        }
    }

    private void optional(@Nullable Number number) throws IOException {
        if (number == null) {
            json.writeNull();
        } else {
            primitive(number);
        }
    }

    private void primitive(Object value) throws IOException {
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double || value instanceof Float) {
            number(((Number) value).doubleValue(), new Tree.Scalar("number", value).text());
        } else if (value instanceof Number) {
            json.writeNumber(value.toString());
        } else {
            json.writeString(value.toString());
        }
    }

    private void number(double number, String text) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }

    private void struct(Tree.Struct struct) throws IOException {
        json.writeStartObject();
        json.writeStringField("@type", struct.type());
        for (Map.Entry<String, Tree> field : struct.fields().entrySet()) {
            json.writeFieldName(field.getKey());
            write(field.getValue());
        }
        json.writeEndObject();
    }

    private void sequence(Tree.Sequence sequence) throws IOException {
        if (sequence.type().equals("optional")) {
            write(
                    sequence.elements().isEmpty()
                            ? new Tree.Null()
                            : sequence.elements().get(0));
            return;
        }
        json.writeStartArray();
        for (Tree element : sequence.elements()) {
            write(element);
        }
        json.writeEndArray();
    }

    private void mapping(Tree.Mapping mapping) throws IOException {
        if (mapping.type().equals("entry")) {
            entry(mapping.entries().get(0));
        } else if (hasTextKeys(mapping.entries())) {
            json.writeStartObject();
            for (Tree.Entry entry : mapping.entries()) {
                json.writeFieldName(text(entry.key()));
                write(entry.value());
            }
            json.writeEndObject();
        } else {
            json.writeStartArray();
            for (Tree.Entry entry : mapping.entries()) {
                entry(entry);
            }
            json.writeEndArray();
        }
    }

    private void entry(Tree.Entry entry) throws IOException {
        json.writeStartObject();
        json.writeFieldName("key");
        write(entry.key());
        json.writeFieldName("value");
        write(entry.value());
        json.writeEndObject();
    }

    private static boolean hasTextKeys(List<Tree.Entry> entries) {
        Set<String> texts = new HashSet<>();
        return entries.stream().allMatch(entry -> isText(entry.key()) && texts.add(text(entry.key())));
    }

    private static boolean isText(Tree key) {
        return key instanceof Tree.Constant || key instanceof Tree.Scalar scalar && scalar.value() instanceof String;
    }

    private static String text(Tree key) {
        return key instanceof Tree.Constant constant
                ? constant.name()
                : ((Tree.Scalar) key).value().toString();
    }

    private void array(Object array) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < Array.getLength(array); i++) {
            primitive(Array.get(array, i));
        }
        json.writeEndArray();
    }

    /** What only a class of the user's can read. */
    private void opaque(Tree.Opaque opaque) throws IOException {
        json.writeStartObject();
        json.writeStringField("@type", opaque.type());
        json.writeStringField("@reader", opaque.reader());
        json.writeNumberField("@size", opaque.size());
        String shown = opaque.shown();
        if (shown != null) {
            json.writeStringField("@text", shown);
        }
        json.writeEndObject();
    }
}
