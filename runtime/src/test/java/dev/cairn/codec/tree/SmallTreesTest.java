package dev.cairn.codec.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Tree;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.SchemaType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees of small values are made once, and are what they would be if they were made each time. */
final class SmallTreesTest {
    private static final SchemaType INT = new SchemaType.Scalar("i32", false);
    private static final Definition.Struct BOX =
            new Definition.Struct("com.acme.Box", List.of(new Definition.Field("value", INT)));
    private static final Definition.Struct PAIR = new Definition.Struct(
            "com.acme.Pair", List.of(new Definition.Field("a", INT), new Definition.Field("b", INT)));
    private static final Definition.Struct EMPTY = new Definition.Struct("com.acme.Empty", List.of());

    private final SmallTrees small = new SmallTrees();

    private static Tree scalar(String type, Object value) {
        return SmallTrees.scalars(type).of(value);
    }

    @Test
    void scalarsOfFewBytes() {
        for (Object value : new Object[] {
            -128, 127, 0, -1L, (short) 5, (byte) -7, true, false, '\0', 'a', '\u007f', "",
        }) {
            Tree tree = scalar("kept" + value.getClass(), value);
            assertThat(tree).isEqualTo(new Tree.Scalar("kept" + value.getClass(), value));
            assertThat(scalar("kept" + value.getClass(), value)).as("%s", value).isSameAs(tree);
        }
    }

    @Test
    void scalarsOfMoreBytesAreNotKept() {
        for (Object value : new Object[] {-129, 128, 1L << 40, (short) 200, '\u0080', "a", 0.0}) {
            Tree tree = scalar("made", value);
            assertThat(tree).isEqualTo(new Tree.Scalar("made", value));
            assertThat(scalar("made", value)).as("%s", value).isNotSameAs(tree);
        }
    }

    @Test
    void eachTypeHasItsOwn() {
        assertThat(scalar("i8", (byte) 1)).isEqualTo(new Tree.Scalar("i8", (byte) 1));
        assertThat(scalar("i16", (short) 1)).isEqualTo(new Tree.Scalar("i16", (short) 1));
        assertThat(scalar("bool", true)).isNotEqualTo(scalar("bool", false));
    }

    @Test
    void constantsByTheirNumber() {
        Definition.Enumeration color = new Definition.Enumeration("com.acme.Color", List.of("RED", "BLUE"));
        Definition.Enumeration size = new Definition.Enumeration("com.acme.Size", List.of("SMALL"));
        Tree red = small.constant(color, "RED", 0);

        assertThat(red).isEqualTo(new Tree.Constant("com.acme.Color", "RED"));
        assertThat(small.constant(color, "BLUE", 1)).isEqualTo(new Tree.Constant("com.acme.Color", "BLUE"));
        assertThat(small.constant(size, "SMALL", 0)).isEqualTo(new Tree.Constant("com.acme.Size", "SMALL"));
        assertThat(small.constant(color, "RED", 0)).isSameAs(red);
    }

    @Test
    void emptyCollections() {
        assertThat(SmallTrees.emptySequence("list"))
                .isEqualTo(new Tree.Sequence("list", List.of()))
                .isSameAs(SmallTrees.emptySequence("list"));
        assertThat(SmallTrees.emptySequence("set")).isEqualTo(new Tree.Sequence("set", List.of()));
        assertThat(SmallTrees.emptyMapping("map"))
                .isEqualTo(new Tree.Mapping("map", List.of()))
                .isSameAs(SmallTrees.emptyMapping("map"));
        assertThat(SmallTrees.emptyMapping("treemap")).isEqualTo(new Tree.Mapping("treemap", List.of()));
    }

    @Test
    void structsOfOneField() {
        Tree one = scalar("i32", 1);
        Tree struct = small.struct(BOX, new Tree[] {one});

        assertThat(struct).hasToString("Box{value: 1}");
        assertThat(small.struct(BOX, new Tree[] {one})).isSameAs(struct);
        assertThat(small.struct(BOX, new Tree[] {scalar("i32", 2)})).hasToString("Box{value: 2}");
        assertThat(small.struct(EMPTY, new Tree[0])).hasToString("Empty{}").isSameAs(small.struct(EMPTY, new Tree[0]));
    }

    /** Far more than are kept, so that many have the same place, of two types. */
    @Test
    void structsThatShareAPlaceAreTold() {
        Definition.Struct other = new Definition.Struct("com.acme.Other", BOX.fields());
        for (int i = 0; i < 2_000; i++) {
            Tree value = new Tree.Scalar("i32", i);
            assertThat(small.struct(BOX, new Tree[] {value})).hasToString("Box{value: " + i + "}");
            assertThat(small.struct(other, new Tree[] {value})).hasToString("Other{value: " + i + "}");
        }
    }

    @Test
    void structsOfMoreFieldsAreNotKept() {
        Tree[] values = {scalar("i32", 1), scalar("i32", 2)};
        assertThat(small.struct(PAIR, values)).hasToString("Pair{a: 1, b: 2}").isNotSameAs(small.struct(PAIR, values));
    }
}
