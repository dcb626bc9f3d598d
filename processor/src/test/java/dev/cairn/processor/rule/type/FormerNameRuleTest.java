package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static dev.cairn.processor.FlowCompilation.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link FormerNameRule}: {@code [cairn:former-name]}. */
class FormerNameRuleTest {
    @Test
    void artifactsAndParameters() {
        assertThat(problems("""
                        @Parameter @FormerNames("x") int a = 1;
                        @FormerNames({"y", "x"}) int b;
                        @FormerNames("b") int c;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:30 error [cairn:former-name] artifacts `a` and `b` both have the former name `x`
                            fix:   keep it on the one whose value older runs stored under it, and remove it from the other.
                        3:23 error [cairn:former-name] artifact `c` has the former name `b`, but that is another artifact's name now
                            fix:   give the other one a name that no artifact had before: otherwise Cairn does not see which of the two the `b` of an older run is.""");
    }

    @Test
    void fieldsAndConstants() {
        assertThat(problems("""
                        record Row(@FormerNames("x") int a, @FormerNames("x") int b, Color color) {}
                        enum Color { @FormerNames("ROUGE") RED, @FormerNames("ROUGE") GREEN }
                        static class Box { @FormerNames("x") int a; @FormerNames("x") int b; }
                        List<Row> rows;
                        Box box;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:11 error [cairn:former-name] fields `a` and `b` of `Sample.Row` both have the former name `x`
                            path:  rows: List<Sample.Row>
                            fix:   keep it on the one whose value older runs stored under it, and remove it from the other.
                        4:11 error [cairn:former-name] constants `RED` and `GREEN` of `Sample.Color` both have the former name `ROUGE`
                            path:  rows -> Sample.Row.color: Sample.Color
                            fix:   keep it on the one whose value older runs stored under it, and remove it from the other.
                        5:5 error [cairn:former-name] fields `a` and `b` of `Sample.Box` both have the former name `x`
                            path:  box: Sample.Box
                            fix:   keep it on the one whose value older runs stored under it, and remove it from the other.""");
    }

    @Test
    void subtypes() {
        assertThat(problems("""
                        sealed interface Shape permits Circle, Square {}
                        @FormerNames("com.acme.Old") record Circle(int size) implements Shape {}
                        @FormerNames("com.acme.Old") record Square(int size) implements Shape {}
                        Map<String, Shape> shapes;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:20 error [cairn:former-name] subtypes `com.acme.Sample$Circle` and `com.acme.Sample$Square` of `Sample.Shape` both have the former name `com.acme.Old`
                            path:  shapes: Map<String, Sample.Shape>
                            fix:   keep it on the one whose value older runs stored under it, and remove it from the other.""");
    }

    @Test
    void typesOfAnObject() {
        assertThat(problemsOf("""
                        @Flow(types = {Sample.Circle.class, Sample.Square.class})
                        class Sample {
                        @FormerNames("com.acme.Old") record Circle(int size) {}
                        @FormerNames("com.acme.Old") record Square(int size) {}
                        Object shape;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        }
                        """)).isEqualTo("""
                        5:8 error [cairn:former-name] types `com.acme.Sample$Circle` and `com.acme.Sample$Square` that an `Object` may hold both have the former name `com.acme.Old`
                            path:  shape -> @Flow(types): Sample.Circle
                            fix:   keep it on the one whose value older runs stored under it, and remove it from the other.""");
    }

    @Test
    void membersThatChangedPlaces() {
        assertThat(problems("""
                        record Row(@FormerNames("c") int a, @FormerNames("a") int b, @FormerNames("b") int c) {}
                        Row row;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:5 error [cairn:former-name] fields `a`, `b` and `c` of `Sample.Row` cannot have swapped names
                            path:  row: Sample.Row
                            fix:   give one of them a name that none had before: otherwise Cairn cannot distinguish older values from new ones.""");
    }

    @Test
    void acceptsChainsAndTypesWhosePlaceTellsThemApart() {
        assertThat(problems("""
                        record Range(@FormerNames("a") int b, @FormerNames({"b", "c"}) int c) {}
                        @FormerNames("com.acme.Config") record TrainConfig(int size) {}
                        @FormerNames("com.acme.Config") record TestConfig(int size) {}
                        enum Color { @FormerNames({"ROUGE", "ROSSO"}) RED, GREEN }
                        @FormerNames({"x", "y"}) Range range;
                        @FormerNames("z") List<TrainConfig> train;
                        TestConfig test;
                        Color color;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
