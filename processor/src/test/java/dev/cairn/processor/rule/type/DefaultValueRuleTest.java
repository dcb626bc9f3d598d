package dev.cairn.processor.rule.type;

import static dev.cairn.processor.FlowCompilation.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link DefaultValueRule}: {@code [cairn:default-value]}. */
class DefaultValueRuleTest {
    @Test
    void whatIsNoValueOfTheType() {
        assertThat(problems("""
                        record Row(@Default("1.5") int count, @Default("BLUE") Color color, @Default("soon") java.time.Instant at) {}
                        enum Color { RED }
                        Map<String, Row> rows;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:18 error [cairn:default-value] `@Default("1.5")` on `Sample.Row.count` is not a value of type `int`
                            path:  rows: Map<String, Sample.Row>
                            fix:   write it as a parameter of this type is written on the command line.
                        3:18 error [cairn:default-value] `@Default("BLUE")` on `Sample.Row.color` is not a value of type `Sample.Color`
                            path:  rows: Map<String, Sample.Row>
                            fix:   write it as a parameter of this type is written on the command line.
                        3:18 error [cairn:default-value] `@Default("soon")` on `Sample.Row.at` is not a value of type `Instant`
                            path:  rows: Map<String, Sample.Row>
                            fix:   write it as a parameter of this type is written on the command line.""");
    }

    @Test
    void everyTypeHasItsLimits() {
        for (String bad : new String[] {
            "\"128\") byte", "\"40000\") short", "\"3000000000\") int", "\"1e99\") long", "\"1e1000000000\") long",
            "\"1e99\") float", "\"1e999\") double", "\"1f\") double", "\"0x1p3\") Double", "\"yes\") boolean",
            "\"\") char", "\"x\") Integer", "\"1-2\") UUID", "\"1.5\") java.math.BigInteger",
                    "\"5 minutes\") java.time.Duration",
            "\"2026-02-30\") java.time.LocalDate", "\"x\") Optional<Integer>"
        }) {
            assertThat(problems("record Row(@Default(" + bad + " x) {}\nRow row;\n" + STEPS))
                    .as(bad)
                    .contains("is not a value of type");
        }
    }

    private static final String STEPS = """
            @Step(next = "end") void start() {}
            @Step void end() {}
            """;

    @Test
    void aTypeWithoutText() {
        assertThat(problems("""
                        record Row(@Default("[]") List<String> tags, @Default("x") Object any) {}
                        Row row;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:5 error [cairn:default-value] `@Default("[]")` on `Sample.Row.tags` cannot be used, because a value of type `List<String>` cannot be read from text
                            path:  row: Sample.Row
                            fix:   leave the value out: the field then has its initial value, or null.
                        2:5 error [cairn:default-value] `@Default("x")` on `Sample.Row.any` cannot be used, because a value of type `Object` cannot be read from text
                            path:  row: Sample.Row
                            fix:   leave the value out: the field then has its initial value, or null.""");
    }

    @Test
    void aPrimitiveWithoutValue() {
        assertThat(problems("""
                        record Row(@Default int count, @Default boolean exact) {}
                        Row row;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:5 error [cairn:default-value] `@Default` on `Sample.Row.count` gives no value, but `int` needs one
                            path:  row: Sample.Row
                            fix:   write one, as in `@Default("0")`.
                        2:5 error [cairn:default-value] `@Default` on `Sample.Row.exact` gives no value, but `boolean` needs one
                            path:  row: Sample.Row
                            fix:   write one, as in `@Default("false")`.""");
    }

    @Test
    void acceptsValuesAndWhatTheClassMakesOfIt() {
        assertThat(problems("""
                        record Row(
                            @Default("-1") int count, @Default("NaN") double mean, @Default("true") boolean exact, @Default("x") char sign,
                            @Default("") String label, @Default("RED") Color color, @Default("PT5M") java.time.Duration time,
                            @Default("1e3") long large, @Default("0.10") java.math.BigDecimal price, @Default("7") Optional<Integer> more,
                            @Default List<String> tags, @Default("9") Integer size, @Default("2026-11-29") java.time.LocalDate day) {}
                        enum Color { RED }
                        static class Box { @Default int size; @Default("3") int retries = 2; }
                        Row row;
                        Box box;
                        @Step(next = "end") void start() {}
                        @Step void end() {}
                        """)).isEmpty();
    }
}
