package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a step whose code changed, it is said what changed, by its name in the source. */
class ReachedCodeTest {
    private static final String FLOW = """
            package com.acme;

            import dev.cairn.Step;
            import java.util.function.IntSupplier;

            class Trip {
                int total = Rates.base();
                int rate;

                @Step(next = "more")
                void start() {
                    total = rate + 1;
                }

                @Step(next = "made")
                void more() {
                    total = Rates.of(rate) + Rates.of("one");
                }

                @Step(next = "end")
                void made() {
                    total = new Rates(3).value + Limits.MOST.length();
                }

                @Step
                void end() {
                    total = Limits.shown(() -> total);
                }
            }
            """;

    private static final String RATES = """
            package com.acme;

            class Rates {
                int value;

                Rates(int value) {
                    this.value = value;
                }

                static int base() {
                    return 7;
                }

                static int of(int number) {
                    return number + 1;
                }

                static int of(String text) {
                    return text.length();
                }
            }
            """;

    private static final String LIMITS = """
            package com.acme;

            import java.util.function.IntSupplier;

            class Limits {
                static String MOST = "many";

                static int shown(IntSupplier supplier) {
                    IntSupplier other = new IntSupplier() {
                        @Override
                        public int getAsInt() {
                            return 3;
                        }
                    };
                    return supplier.getAsInt() + other.getAsInt();
                }
            }
            """;

    @TempDir
    private Path directory;

    private ReachedCode before;
    private int versions;

    @BeforeEach
    void compile() throws Exception {
        before = ReachedCode.parse(reached(FLOW, RATES, LIMITS).bytes());
    }

    private ReachedCode reached(String flow, String rates, String limits) throws Exception {
        Path here = directory.resolve("version" + versions++);
        TestProgram.compile(
                TestProgram.write(
                        Map.of("Trip.java", flow, "Rates.java", rates, "Limits.java", limits), here.resolve("sources")),
                here.resolve("classes"));
        return TestProgram.fingerprints("com.acme.Trip", flow, here.resolve("classes"))
                .reached();
    }

    private Optional<String> change(String step, String flow, String rates, String limits) throws Exception {
        return reached(flow, rates, limits).change(step, before);
    }

    @Test
    void whereNothingChangedNothingIsNamed() throws Exception {
        for (String step : new String[] {"start", "more", "made", "end", "other"}) {
            assertThat(change(step, FLOW, RATES, LIMITS)).isEmpty();
        }
    }

    @Test
    void theMethodOfTheStep() throws Exception {
        assertThat(change("start", FLOW.replace("rate + 1", "rate + 2"), RATES, LIMITS))
                .contains("`com.acme.Trip.start`");
    }

    @Test
    void aMethodThatItCalls() throws Exception {
        String changed = RATES.replace("number + 1", "number + 2");
        assertThat(change("more", FLOW, changed, LIMITS)).contains("`com.acme.Rates.of`");
        assertThat(change("made", FLOW, changed, LIMITS)).isEmpty();
    }

    @Test
    void severalByTheirNames() throws Exception {
        String changed = RATES.replace("number + 1", "number + 2").replace("text.length()", "2 * text.length()");
        assertThat(change("more", FLOW.replace("of(rate)", "of(rate - 1)"), changed, LIMITS))
                .contains("`com.acme.Rates.of`, `com.acme.Trip.more`");
    }

    @Test
    void constructorsAndInitialisers() throws Exception {
        assertThat(change("made", FLOW, RATES.replace("this.value = value", "this.value = -value"), LIMITS))
                .contains("a constructor of `com.acme.Rates`");
        assertThat(change("made", FLOW, RATES, LIMITS.replace("\"many\"", "\"few\"")))
                .contains("the static initialiser of `com.acme.Limits`");
        assertThat(change("start", FLOW.replace("Rates.base()", "Rates.base() + 1"), RATES, LIMITS))
                .contains("the initialiser of `com.acme.Trip.total`");
    }

    /** Lambdas and anonymous classes are part of the method that has them. */
    @Test
    void theMethodThatHasAnAnonymousClass() throws Exception {
        assertThat(change("end", FLOW, RATES, LIMITS.replace("return 3", "return 4")))
                .hasValueSatisfying(names -> assertThat(names).contains("`com.acme.Limits.shown`"));
        assertThat(change("end", FLOW.replace("() -> total", "() -> total + 1"), RATES, LIMITS))
                .hasValueSatisfying(names -> assertThat(names).contains("`com.acme.Trip.end`"));
    }

    private static ReachedCode of(CodePart... parts) {
        ReachedCodeBuilder builder = new ReachedCodeBuilder();
        builder.step("made");
        for (CodePart part : parts) {
            builder.add(part, "text");
        }
        return builder.build();
    }

    @Test
    void whatIsReachedOnlyNowOrOnlyWasBefore() {
        CodePart method = new CodePart(CodePart.Kind.CODE, "com.acme.Half.toString()Ljava.lang.String;");
        CodePart nameless = new CodePart(CodePart.Kind.CODE, "in com.acme.Limits getAsInt");
        CodePart constant = new CodePart(CodePart.Kind.CONSTANT, "com.acme.Limits.MOST");
        CodePart artifact = new CodePart(CodePart.Kind.ARTIFACT, "total");
        CodePart former = new CodePart(CodePart.Kind.LIBRARY, "tools-1.jar");
        CodePart library = new CodePart(CodePart.Kind.LIBRARY, "tools-2.jar");

        assertThat(of(method).change("made", of())).contains("it uses `com.acme.Half.toString` now");
        assertThat(of().change("made", of(method))).contains("it no longer uses `com.acme.Half.toString`");
        assertThat(of(library).change("made", of(former)))
                .contains("it uses library `tools-2.jar` now, and no longer library `tools-1.jar`");
        assertThat(of(library, artifact, constant, nameless, method).change("made", of()))
                .contains("it uses `com.acme.Half.toString`, an anonymous or local class in `com.acme.Limits`,"
                        + " `com.acme.Limits.MOST` and 2 more now");
        assertThat(of(artifact).change("made", of())).contains("it uses the type of artifact `total` now");
    }

    @Test
    void whatIsNoneOfTheStoredFormIsRefused() {
        String stored = new String(before.bytes(), StandardCharsets.UTF_8);
        assertThat(stored).startsWith("1\nstart\tmore\tmade\tend\nCODE\t");
        for (String text : new String[] {
            "",
            "1",
            "2\nstart\n",
            stored + "CODE\n",
            stored + "OTHER\tx\t1\t0\n",
            stored + "CODE\tx\t1\t9\n",
            stored + "CODE\tx\t1\t3-1\n",
            stored + "CODE\tx\t1\t\n"
        }) {
            assertThatThrownBy(() -> ReachedCode.parse(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
