package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Task;
import dev.cairn.runtime.FlowFailedException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the processor tells of the parameters that steps read is what decides over their tasks. */
class ResumingTest extends OnEachStore {
    private String failed() {
        Resuming.FAILS.set(true);
        assertThatThrownBy(() -> builder().run()).isInstanceOf(FlowFailedException.class);
        Resuming.FAILS.set(false);
        return ResumingRun.latest(datastore).id();
    }

    @AfterEach
    void failNoMore() {
        Resuming.FAILS.set(false);
    }

    private ResumingRunner.Builder builder() {
        return ResumingRunner.builder().datastore(datastore).outputListener((path, line) -> {});
    }

    private static List<String> executed(ResumingRun run) {
        assertThat(run.successful()).isTrue();
        try (Stream<Task> attempts = run.run().attempts()) {
            return attempts.filter(task -> task.origin().isEmpty())
                    .map(Task::id)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void onlyWhatHadNotFinishedRuns() {
        ResumingRun run = builder().resume(failed());

        assertThat(executed(run)).containsExactly("end");
        assertThat(run.compare().over()).isTrue();
    }

    @Test
    void aParameterIsReadThroughAHelper() {
        ResumingRun run = builder().factor(3).resume(failed());

        assertThat(executed(run)).containsExactly("compare", "end", "join", "measure/0", "measure/1");
        assertThat(run.join().sum()).isEqualTo(109);
    }

    @Test
    void aParameterIsReadByOneStep() {
        ResumingRun run = builder().limit(1000).resume(failed());

        assertThat(executed(run)).containsExactly("compare", "end");
        assertThat(run.compare().over()).isFalse();
    }

    @Test
    void aParameterIsTheListOfAForeach() {
        ResumingRun run = builder().words(List.of("a", "bb", "ccc")).resume(failed());

        assertThat(executed(run)).containsExactly("compare", "end", "join", "measure/2", "start");
    }
}
