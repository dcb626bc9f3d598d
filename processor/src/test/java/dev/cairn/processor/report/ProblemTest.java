package dev.cairn.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Problem PLAIN = Problem.error(
            "unassigned-artifact",
            Nowhere.COMPILATION,
            "artifact `report` is read in step `end`, but no step before it assigns it");

    @Test
    void putsTheDetailsBelowTheHeadline() {
        assertThat(PLAIN.path(List.of("start", "a", "join", "end"))
                        .fix(
                                "assign it in one of these steps, or give the field an initial value. Did you mean `reports`?")
                        .message())
                .isEqualTo("""
                        [cairn:unassigned-artifact] artifact `report` is read in step `end`, but no step before it assigns it
                          path:  start -> a -> join -> end
                          fix:   assign it in one of these steps, or give the field an initial value. Did you mean `reports`?""");
    }

    @Test
    void isOneLineWithoutDetails() {
        assertThat(PLAIN.message())
                .isEqualTo(
                        "[cairn:unassigned-artifact] artifact `report` is read in step `end`, but no step before it assigns it");
    }

    @Test
    void indentsEveryLineOfADetail() {
        assertThat(PLAIN.detail("trace", "one\ntwo").message().lines().skip(1))
                .containsExactly("  trace: one", "         two");
    }

    @Test
    void showsHowALongPathBeginsAndEnds() {
        List<String> steps =
                IntStream.rangeClosed(1, 20).mapToObj(number -> "s" + number).toList();
        assertThat(PLAIN.path(steps).details())
                .containsExactly(new Problem.Detail(
                        "path", "s1 -> s2 -> s3 -> s4 -> s5 -> (10 more) -> s16 -> s17 -> s18 -> s19 -> s20"));
    }

    @Test
    void addsDetailsToACopy() {
        PLAIN.fix("do something.");
        assertThat(PLAIN.details()).isEmpty();
    }
}
