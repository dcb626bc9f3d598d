package dev.cairn.codec.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Tree;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.SchemaType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** The fields of a struct are a map in the order of the definition. */
final class StructFieldsTest {
    private static final SchemaType INT = new SchemaType.Scalar("i32", false);
    private static final Tree ONE = new Tree.Scalar("i32", 1);
    private static final Tree TWO = new Tree.Scalar("i32", 2);

    private static StructFields fields(Tree... values) {
        List<Definition.Field> fields = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            fields.add(new Definition.Field("abc".substring(i, i + 1), INT));
        }
        return new StructFields(fields, values);
    }

    @Test
    void eachFieldIsFoundByItsName() {
        StructFields fields = fields(ONE, TWO);

        assertThat(fields.get("a")).isSameAs(ONE);
        assertThat(fields.get("b")).isSameAs(TWO);
        assertThat(fields.get("c")).isNull();
        assertThat(fields.get(null)).isNull();
        assertThat(fields.containsKey("b")).isTrue();
        assertThat(fields.containsKey("c")).isFalse();
    }

    @Test
    void theyAreInOrder() {
        assertThat(fields(TWO, ONE)).hasSize(2).hasToString("{a=2, b=1}");
        assertThat(fields(TWO, ONE)).isEqualTo(Map.of("b", ONE, "a", TWO)).isNotEqualTo(fields(ONE, TWO));
        assertThat(fields()).isEmpty();
    }

    @Test
    void theyEnd() {
        Iterator<Map.Entry<String, Tree>> entries = fields(ONE).entrySet().iterator();
        assertThat(entries.hasNext()).isTrue();
        assertThat(entries.next()).isEqualTo(Map.entry("a", ONE));
        assertThat(entries.hasNext()).isFalse();
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void onlyTheVeryValuesAreHeld() {
        assertThat(fields(ONE, TWO).holds(new Tree[] {ONE, TWO})).isTrue();
        assertThat(fields(ONE, TWO).holds(new Tree[] {ONE, new Tree.Scalar("i32", 2)}))
                .isFalse();
        assertThat(fields(ONE).holds(new Tree[] {ONE, TWO})).isFalse();
        assertThat(fields().holds(new Tree[0])).isTrue();
    }
}
