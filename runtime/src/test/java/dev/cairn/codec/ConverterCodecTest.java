package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConverterCodecTest {
    /** An amount in cents, as a library may have it: no record, and nothing of it can be seen but its text. */
    private static final class Money {
        private final long cents;

        Money(long cents) {
            if (cents < 0) {
                throw new IllegalArgumentException("debts are not money");
            }
            this.cents = cents;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Money money && cents == money.cents;
        }

        @Override
        public int hashCode() {
            return Objects.hash(cents);
        }

        @Override
        public String toString() {
            return "Money " + cents;
        }
    }

    /** Does what the functions that it is given do. */
    private static final class Functions<T, S> extends ConverterCodec<T, S> {
        private final Function<T, S> there;
        private final Function<S, T> back;

        Functions(Function<T, S> there, Function<S, T> back) {
            this.there = there;
            this.back = back;
        }

        @Override
        protected S toStored(T value) {
            return there.apply(value);
        }

        @Override
        protected T fromStored(S stored) {
            return back.apply(stored);
        }
    }

    private static final String FUNCTIONS = Functions.class.getName();

    private static final ArtifactCodec<Money> CENTS =
            Codecs.converter(new Functions<>(money -> money.cents, Money::new), Codecs.BOXED_LONG);

    private static final ArtifactCodec<Money> TEXT = Codecs.converter(
            new Functions<>(money -> Long.toString(money.cents), text -> new Money(Long.parseLong(text))),
            Codecs.STRING);

    /** A tree that is stored as a record, in which there are trees. */
    private record Tree(String name, List<Tree> children) {}

    private record TreeForm(List<Tree> children, String name) {}

    private static final class TreeFormCodec extends StructCodec<TreeForm> {
        private static final ArtifactCodec<Tree> TREE = Codecs.converter(
                new Functions<>(
                        tree -> new TreeForm(tree.children(), tree.name()),
                        form -> new Tree(form.name(), form.children())),
                Codecs.lazy(() -> ConverterCodecTest.TREE_FORM));
        private static final ArtifactCodec<List<Tree>> TREES = Codecs.list(TREE);

        TreeFormCodec() {
            super(TreeForm.class, "com.acme.TreeForm", field("children", TREES), field("name", Codecs.STRING));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, TreeForm value) {
            TREES.write(kryo, output, value.children());
            Codecs.STRING.write(kryo, output, value.name());
        }

        @Override
        protected TreeForm readFields(Kryo kryo, Input input) {
            return new TreeForm(TREES.read(kryo, input), Codecs.STRING.read(kryo, input));
        }

        @Override
        protected TreeForm create(FieldValues values) {
            return new TreeForm(values.at(0), values.at(1));
        }
    }

    private static final NamedCodec<TreeForm> TREE_FORM = new TreeFormCodec();

    @Test
    void schemaBytesAndTreeAreThoseOfTheStoredForm() {
        Schemas schemas = new Schemas();
        byte[] artifact = schemas.encode(Codecs.list(TEXT), Arrays.asList(new Money(5), null));

        assertThat(artifact).isEqualTo(schemas.encode(Codecs.list(Codecs.STRING), Arrays.asList("5", null)));
        assertThat(TEXT.schema()).isEqualTo(Codecs.STRING.schema());
        assertThat(schemas.tree(artifact)).hasToString("[\"5\", null]");
    }

    @Test
    void valuesComeBackAndNullDoesNotReachTheConverter() {
        assertThat(Schemas.roundTrip(CENTS, new Money(250))).isEqualTo(new Money(250));
        assertThat(Schemas.roundTrip(CENTS, null)).isNull();
        assertThat(Schemas.roundTrip(Codecs.map(TEXT, CENTS), java.util.Map.of(new Money(1), new Money(2))))
                .isEqualTo(java.util.Map.of(new Money(1), new Money(2)));
    }

    @Test
    void theStoredFormMayContainTheValueItself() {
        Tree tree = new Tree("a", List.of(new Tree("b", List.of()), new Tree("c", List.of(new Tree("d", List.of())))));

        assertThat(Schemas.roundTrip(TreeFormCodec.TREE, tree)).isEqualTo(tree);
        assertThat(TreeFormCodec.TREE.schema()).hasToString("""
                com.acme.TreeForm
                struct com.acme.TreeForm{children:list<com.acme.TreeForm>,name:string}
                """);
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        List<Tree> children = new ArrayList<>();
        Tree tree = new Tree("a", children);
        children.add(tree);

        assertThatThrownBy(() -> ArtifactFormat.encode(TreeFormCodec.TREE, tree))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessageEndingWith("nested more than 500 levels deep, or contains itself");
    }

    @Test
    void aFormWithoutAValueIsDamage() {
        Schemas schemas = new Schemas();
        byte[] debts = schemas.encode(Codecs.list(Codecs.BOXED_LONG), List.of(1L, -1L));

        assertThatThrownBy(() -> schemas.decode(Codecs.list(CENTS), debts))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("[1]: " + FUNCTIONS
                        + " refuses what was stored: java.lang.IllegalArgumentException: debts are not money");
        ArtifactCodec<Money> forgetful =
                Codecs.converter(new Functions<Money, Long>(money -> 1L, cents -> null), Codecs.BOXED_LONG);
        assertThatThrownBy(() -> schemas.decode(Codecs.list(forgetful), debts))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("[0]: " + FUNCTIONS + " made null of what was stored");
    }

    @Test
    void aValueWithoutAFormIsRefused() {
        ArtifactCodec<Money> failing = Codecs.converter(
                new Functions<Money, Long>(
                        money -> {
                            throw new IllegalStateException("closed");
                        },
                        Money::new),
                Codecs.BOXED_LONG);
        ArtifactCodec<Money> forgetful =
                Codecs.converter(new Functions<Money, Long>(money -> null, Money::new), Codecs.BOXED_LONG);

        assertThatThrownBy(() -> ArtifactFormat.encode(Codecs.list(failing), List.of(new Money(1))))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage("[0]: " + FUNCTIONS + " could not convert it: java.lang.IllegalStateException: closed");
        assertThatThrownBy(() -> ArtifactFormat.encode(forgetful, new Money(1)))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(FUNCTIONS + " converted it to null, which is the stored form of null only");
    }

    @Test
    void whatTheFormOnceWasIsConverted() {
        Schemas schemas = new Schemas();
        byte[] ints = schemas.encode(Codecs.list(Codecs.BOXED_INT), List.of(3, -3));

        assertThatThrownBy(() -> schemas.decode(Codecs.list(CENTS), ints))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageStartingWith("[1]: " + FUNCTIONS + " refuses what was stored: ");
        byte[] sound = schemas.encode(Codecs.list(Codecs.BOXED_INT), Arrays.asList(3, null));
        assertThat(schemas.decode(Codecs.list(CENTS), sound)).containsExactly(new Money(3), null);
        byte[] text = schemas.encode(Codecs.STRING, "3");
        assertThatThrownBy(() -> schemas.decode(CENTS, text))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("stored as String, which cannot be read as Long");
    }

    @Test
    void aTextIsReadAsTheFormIs() {
        assertThat(TEXT.fromTree(dev.cairn.codec.Tree.of("17"))).isEqualTo(new Money(17));
        assertThatThrownBy(() -> TEXT.fromTree(dev.cairn.codec.Tree.of("much")))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage(FUNCTIONS + " refuses \"much\": java.lang.NumberFormatException: For input string:"
                        + " \"much\"");

        ArtifactCodec<Money> forgetful =
                Codecs.converter(new Functions<Money, String>(money -> "", text -> null), Codecs.STRING);
        assertThatThrownBy(() -> forgetful.fromTree(dev.cairn.codec.Tree.of("17")))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage(FUNCTIONS + " made null of \"17\"");
    }

    @Test
    void sharedObjectsWithinAFormAreNotLookedFor() {
        List<String> shared = new ArrayList<>(List.of("a"));
        ArtifactCodec<List<String>> same = Codecs.converter(
                new Functions<List<String>, List<String>>(Function.identity(), Function.identity()),
                Codecs.list(Codecs.STRING));
        SharedObjects objects = new SharedObjects(100);
        objects.look("one", Codecs.list(same), new ArrayList<>(List.of(shared)));
        objects.look("other", Codecs.list(same), new ArrayList<>(List.of(shared)));

        assertThat(objects.found()).isEmpty();
    }
}
