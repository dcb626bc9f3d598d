package dev.cairn.codec;

import static dev.cairn.codec.Versioned.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The values of fields, as generated code asks for them. */
final class FieldValuesTest {
    private static final Versioned EACH = Versioned.of(
            with("bool", Codecs.BOOLEAN),
            with("octet", Codecs.BYTE),
            with("small", Codecs.SHORT),
            with("letter", Codecs.CHAR),
            with("number", Codecs.INT),
            with("large", Codecs.LONG),
            with("half", Codecs.FLOAT),
            with("real", Codecs.DOUBLE),
            with("text", Codecs.STRING));

    private static FieldValues values(Object... objects) {
        FieldValues values = FieldValues.ofStored(EACH);
        for (int i = 0; i < objects.length; i++) {
            values.set(i, objects[i]);
        }
        return values;
    }

    @Test
    void eachPrimitiveIsWhatItWasSetTo() {
        FieldValues values = values(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, 7.5, "text");
        assertThat(values.booleanAt(0)).isTrue();
        assertThat(values.byteAt(1)).isEqualTo((byte) 1);
        assertThat(values.shortAt(2)).isEqualTo((short) 2);
        assertThat(values.charAt(3)).isEqualTo('c');
        assertThat(values.intAt(4)).isEqualTo(4);
        assertThat(values.longAt(5)).isEqualTo(5);
        assertThat(values.floatAt(6)).isEqualTo(6.5f);
        assertThat(values.doubleAt(7)).isEqualTo(7.5);
        assertThat(values.<String>at(8)).isEqualTo("text");
    }

    @Test
    void whatWasNotSetIsMissing() {
        FieldValues values = values(true, (byte) 1);
        assertThat(values.has(1)).isTrue();
        assertThat(values.has(2)).isFalse();
        assertThat(values.<String>at(8)).isNull();
        assertThatThrownBy(() -> values.shortAt(2))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("Row.small: was not stored, and a missing short has no default; if it is new, write"
                        + " @Default(\"..\")");
        assertThatThrownBy(() -> FieldValues.ofTree(EACH).charAt(3))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage("field `letter` of Row is missing");
    }

    @Test
    void noPrimitiveIsNull() {
        FieldValues values = FieldValues.ofStored(EACH);
        values.set(5, null);
        assertThatThrownBy(() -> values.longAt(5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("field 5 is of a primitive type, but its value is null");
    }
}
