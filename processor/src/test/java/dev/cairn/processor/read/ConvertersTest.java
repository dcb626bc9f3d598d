package dev.cairn.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.StoredDefinition.Struct;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.model.StoredType.Converted;
import org.junit.jupiter.api.Test;

class ConvertersTest {
    private static final String CONVERTER =
            "package dev.cairn.codec; public abstract class ConverterCodec<T, S> { protected ConverterCodec() {} }";

    private static final String FEW = """
            interface Few<E> {}
            static class FewCodec<E> extends dev.cairn.codec.ConverterCodec<Few<E>, List<E>> {}
            record Penguin(String name) {}
            """;

    @Test
    void aConverterOnTheArtifact() {
        Converted converted = converted("@Codec(ThreadCodec.class) Thread x;"
                + " static class ThreadCodec extends dev.cairn.codec.ConverterCodec<Thread, String> {}");

        assertThat(converted.codec()).hasToString("Sample.ThreadCodec");
        assertThat(converted.type()).hasToString("Thread");
        assertThat(converted.form().type()).hasToString("String");
    }

    @Test
    void aGenericConverterTakesTheArgumentsOfTheType() {
        Converted converted = converted("@Codec(FewCodec.class) Few<Penguin> x;" + FEW);

        assertThat(converted.codec()).hasToString("Sample.FewCodec<Sample.Penguin>");
        assertThat(converted.type()).hasToString("Sample.Few<Sample.Penguin>");
        assertThat(converted.form().type()).hasToString("List<Sample.Penguin>");
    }

    @Test
    void argumentsAreFoundThroughSuperclassesArraysAndNestedTypes() {
        Converted converted = converted("""
                @Codec(PairsCodec.class) Map<String, List<int[][]>> x;
                static abstract class Base<A, B> extends dev.cairn.codec.ConverterCodec<Map<A, List<B[]>>, Map<B, A>> {}
                static class PairsCodec<L, R> extends Base<L, R> {}
                """);

        assertThat(converted.codec()).hasToString("Sample.PairsCodec<String, int[]>");
        assertThat(converted.form().type()).hasToString("Map<int[], String>");
    }

    @Test
    void aConverterOnTheClassIsOverruledByTheField() {
        String types = """
                @Codec(ShapeCodec.class) interface Shape {}
                static class ShapeCodec extends dev.cairn.codec.ConverterCodec<Shape, String> {}
                static class OtherCodec extends dev.cairn.codec.ConverterCodec<Shape, Integer> {}
                """;

        assertThat(converted("Shape x;" + types).form().type()).hasToString("String");
        assertThat(converted("@Codec(OtherCodec.class) Shape x;" + types).form().type())
                .hasToString("Integer");
    }

    @Test
    void aConverterOnTheClassHoldsWhereverTheTypeOccurs() {
        Struct box = FlowReading.definition("""
                Box x; record Box(List<Shape> shapes) {}
                @Codec(ShapeCodec.class) interface Shape {}
                static class ShapeCodec extends dev.cairn.codec.ConverterCodec<Shape, String> {}
                """, CONVERTER);

        assertThat(((StoredType.Container) box.fields().get(0).stored())
                        .arguments()
                        .get(0))
                .isInstanceOf(Converted.class);
    }

    @Test
    void aConverterOfTheFlowComesBeforeCairnsOwn() {
        Converted converted = (Converted) FlowReading.ofFlow("""
                @Flow(codecs = {Sample.FewCodec.class, Sample.DateCodec.class})
                class Sample {
                    Date x;
                    static class FewCodec<E> extends dev.cairn.codec.ConverterCodec<List<E>, E[]> {}
                    static class DateCodec extends dev.cairn.codec.ConverterCodec<Date, Long> {}
                }
                """, CONVERTER);

        assertThat(converted.codec()).hasToString("Sample.DateCodec");
    }

    @Test
    void theClassComesBeforeTheFlow() {
        Converted converted = (Converted) FlowReading.ofFlow("""
                @Flow(codecs = Sample.OtherCodec.class)
                class Sample {
                    Shape x;
                    @Codec(ShapeCodec.class) interface Shape {}
                    static class ShapeCodec extends dev.cairn.codec.ConverterCodec<Shape, String> {}
                    static class OtherCodec extends dev.cairn.codec.ConverterCodec<Shape, Integer> {}
                }
                """, CONVERTER);

        assertThat(converted.codec()).hasToString("Sample.ShapeCodec");
    }

    @Test
    void codecsOfTheFlowForOtherArgumentsAreNotMeant() {
        assertThat(FlowReading.ofFlow("""
                @Flow(codecs = Sample.NamesCodec.class)
                class Sample {
                    List<Integer> x;
                    static class NamesCodec extends dev.cairn.codec.ConverterCodec<List<String>, String> {}
                }
                """, CONVERTER)).isInstanceOf(StoredType.Container.class);
    }

    @Test
    void aFormMayContainTheValueWithinANamedType() {
        Converted converted = converted("""
                Tree x;
                @Codec(TreeCodec.class) interface Tree {}
                static class TreeCodec extends dev.cairn.codec.ConverterCodec<Tree, TreeForm> {}
                record TreeForm(int value, List<Tree> children) {}
                """);

        assertThat(converted.form()).isInstanceOf(StoredType.Named.class);
    }

    @Test
    void aFormThatIsTheValueAgain() {
        assertThat(obstacle("""
                        Tree x;
                        @Codec(TreeCodec.class) interface Tree {}
                        static class TreeCodec extends dev.cairn.codec.ConverterCodec<Tree, List<Tree>> {}
                        """)).isEqualTo("""
                        x -> Sample.TreeCodec: List<Sample.Tree>
                        `Sample.Tree` is converted by the codec `Sample.TreeCodec` to `List<Sample.Tree>`, which contains it again
                        convert it to a record that has what it contains as a component""");
    }

    @Test
    void formsWithEverLongerArguments() {
        assertThat(obstacle("""
                        Few<String> x;
                        @Codec(FewCodec.class) interface Few<E> {}
                        static class FewCodec<E> extends dev.cairn.codec.ConverterCodec<Few<E>, Few<List<E>>> {}
                        """))
                .endsWith("which contains it again\nconvert it to a record that has what it contains as a component");
    }

    @Test
    void aFormThatCannotBeStored() {
        assertThat(obstacle("""
                        List<Shape> x;
                        @Codec(ShapeCodec.class) interface Shape {}
                        static class ShapeCodec extends dev.cairn.codec.ConverterCodec<Shape, Form> {}
                        record Form(String name, Thread worker) {}
                        """)).isEqualTo("""
                        x -> Sample.ShapeCodec -> Sample.Form.worker: Thread
                        `Thread` is a thread, which lives in one process only
                        start it in the step that needs it, and keep it in a `transient` field""");
    }

    @Test
    void convertersOfOtherTypes() {
        assertThat(obstacle("@Codec(NameCodec.class) List<String> x;"
                        + " static class NameCodec extends dev.cairn.codec.ConverterCodec<String, Integer> {}"))
                .isEqualTo("""
                        x: List<String>
                        `List<String>` names the codec `Sample.NameCodec`, which converts `String`
                        let it extend `ConverterCodec<List<String>, ..>`""");
        assertThat(obstacle("@Codec(TwiceCodec.class) Map<String, Integer> x;"
                        + " static class TwiceCodec<E> extends dev.cairn.codec.ConverterCodec<Map<E, E>, List<E>> {}"))
                .isEqualTo("""
                        x: Map<String, Integer>
                        `Map<String, Integer>` names the codec `Sample.TwiceCodec`, which converts `Map<E, E>`
                        let it extend `ConverterCodec<Map<String, Integer>, ..>`""");
    }

    @Test
    void typeParametersThatNothingTells() {
        assertThat(obstacle("@Codec(OddCodec.class) List<String> x;"
                        + " static class OddCodec<E, F> extends dev.cairn.codec.ConverterCodec<List<E>, List<F>> {}"))
                .isEqualTo("""
                        x: List<String>
                        `List<String>` names the codec `Sample.OddCodec`, whose type parameter `F` does not occur in the type that it converts
                        write a concrete type in its place""");
    }

    @Test
    void argumentsOutOfTheirBounds() {
        String codec = "static class SortedCodec<E extends Comparable<? super E>>"
                + " extends dev.cairn.codec.ConverterCodec<Few<E>, List<E>> {} interface Few<E> {}"
                + " record Penguin(String name) {}";

        assertThat(converted("@Codec(SortedCodec.class) Few<java.time.LocalDate> x;" + codec)
                        .codec())
                .hasToString("Sample.SortedCodec<LocalDate>");
        assertThat(obstacle("@Codec(SortedCodec.class) Few<Penguin> x;" + codec))
                .isEqualTo("""
                        x: Sample.Few<Sample.Penguin>
                        `Sample.Few<Sample.Penguin>` is converted by the codec `Sample.SortedCodec`, whose type parameter `E` cannot be `Sample.Penguin`, because of its bound
                        use a type within the bound, or name a codec with `@Codec(FewCodec.class)`""");
    }

    @Test
    void convertersThatNobodyCanCreate() {
        assertThat(obstacle("""
                        @Codec(NameCodec.class) Thread x;
                        static class NameCodec extends dev.cairn.codec.ConverterCodec<Thread, String> { NameCodec(int size) {} }
                        """)).isEqualTo("""
                        x: Thread
                        `Thread` names the codec `Sample.NameCodec`, which package `com.acme` cannot create
                        make it a static class with a no-argument constructor, both at least package-private""");
    }

    @Test
    void whatIsNoClassIsNoCodec() {
        assertThat(obstacle("@Codec(int.class) Thread x;")).isEqualTo("""
                        x: Thread
                        `Thread` names the codec `int`, which is neither a `dev.cairn.codec.ConverterCodec<Thread, ..>` nor a `dev.cairn.codec.CustomCodec<Thread>`
                        let it extend one of them""");
    }

    @Test
    void openArguments() {
        assertThat(obstacle("""
                        Shape<?> x;
                        @Codec(ShapeCodec.class) interface Shape<T extends Shape<T>> {}
                        static class ShapeCodec<T extends Shape<T>> extends dev.cairn.codec.ConverterCodec<Shape<T>, String> {}
                        """)).isEqualTo("""
                        x: Sample.Shape<?>
                        `Sample.Shape<?>` does not say what its type parameter `T` is, and neither does the bound of `T`
                        write a class instead of the `?`, or name a codec with `@Codec(ShapeCodec.class)`""");
    }

    @Test
    void aSubtypeOfASealedTypeNeedsItsName() {
        assertThat(obstacle("""
                        Shape x;
                        sealed interface Shape permits Circle {}
                        @Codec(CircleCodec.class) static final class Circle implements Shape {}
                        static class CircleCodec extends dev.cairn.codec.ConverterCodec<Circle, Integer> {}
                        """)).isEqualTo("""
                        x -> Sample.Circle
                        `Sample.Circle` is a subtype of `Sample.Shape` and has the converter `Sample.CircleCodec`, but the name of the subtype is stored too
                        let the codec extend `CustomCodec`, or convert `Sample.Shape` as a whole""");
    }

    @Test
    void whatIsConvertedCannotBeAnObject() {
        StoredType stored = FlowReading.ofFlow("""
                @Flow(types = Sample.Money.class)
                class Sample {
                    Object x;
                    @Codec(MoneyCodec.class) static class Money {}
                    static class MoneyCodec extends dev.cairn.codec.ConverterCodec<Money, String> {}
                }
                """, CONVERTER);

        assertThat(((StoredType.Unstorable) stored).obstacles())
                .singleElement()
                .isEqualTo(new StoredType.Obstacle(
                        "x -> @Flow(types): Sample.Money",
                        "`Sample.Money` has the converter `Sample.MoneyCodec`, so where an `Object` is read, Cairn could not distinguish it"
                                + " from its stored form",
                        "put it into a record, and name the record in `@Flow(types = ..)`"));
    }

    private static Converted converted(String members) {
        return (Converted) FlowReading.stored(members, CONVERTER);
    }

    private static String obstacle(String members) {
        return FlowReading.obstacle(members, CONVERTER);
    }
}
