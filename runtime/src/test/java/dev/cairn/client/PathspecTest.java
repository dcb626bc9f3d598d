package dev.cairn.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.TaskId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of a pathspec. */
class PathspecTest {
    @ParameterizedTest
    @CsvSource({
        "Sums, Sums,,,,",
        "Sums/latest, Sums, latest,,,",
        "Sums/1, Sums, 1,,,",
        "latest, Own, latest,,,",
        "20261123T211357042-k3f9x2dq/end, Own, 20261123T211357042-k3f9x2dq, end,,",
        "latest/end/sum, Own, latest, end,, sum",
        "latest/end/end, Own, latest, end, end,",
        "latest/end/end/sum, Own, latest, end, end, sum",
        "k3f9x2dq/end, Own, k3f9x2dq, end,,",
        "20261123/end, Own, 20261123, end,,",
        "Sums/latest/work/3, Sums, latest, work, work/3,",
        "Sums/latest/work/3/sum, Sums, latest, work, work/3, sum",
        "Sums/latest/work/3/1, Sums, latest, work, work/3/1,",
        "Sums/latest/work/3#1/0/sum, Sums, latest, work, work/3#1/0, sum",
        "Sums/latest/refine#2, Sums, latest, refine, refine#2,",
        "Sums/latest/refine#2/0/sum, Sums, latest, refine, refine#2/0, sum",
        "Sums/latest/refine/#2/sum, Sums, latest, refine, refine#2, sum",
        "Sums/latest/work[3]/sum, Sums, latest, work, work/3, sum",
        "Sums/latest/work/[3]#1, Sums, latest, work, work/3#1,",
    })
    void forms(
            String text,
            String flow,
            @Nullable String run,
            @Nullable String step,
            @Nullable String task,
            @Nullable String artifact) {
        assertThat(Pathspec.parse(text, "Own"))
                .isEqualTo(new Pathspec(flow, run, step, task == null ? null : TaskId.parse(task), artifact));
    }

    @ParameterizedTest
    @CsvSource({"latest, latest,", "latest/latest, latest, latest"})
    void aFlowMayBeCalledLikeARun(String text, String flow, @Nullable String run) {
        assertThat(Pathspec.parse(text, "latest")).isEqualTo(new Pathspec(flow, run, null, null, null));
    }
}
