package dev.cairn.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.ChildProcess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What logging can show of a task: the MDC of SLF4J. Another process, because a process has one MDC for its life. */
@Timeout(60)
class LoggingContextTest {
    @Test
    void hasTheTaskDuringTheStepAndWhatItHadAfterIt() throws Exception {
        try (ChildProcess process = ChildProcess.start(
                List.of("-Xmx128m", "-Dslf4j.provider=" + LoggingContextMain.Provider.class.getName()),
                LoggingContextMain.class)) {
            assertThat(process.lines())
                    .containsExactly(
                            "start {app=mine, cairn.run=Logging/RUN, cairn.step=start, cairn.task=start}",
                            "thread {}",
                            "pool {cairn.run=Logging/RUN, cairn.step=start, cairn.task=start}",
                            "pool after {}",
                            "work {cairn.run=Logging/RUN, cairn.step=work, cairn.task=work/1}",
                            "end {cairn.run=Logging/RUN, cairn.step=end, cairn.task=end}",
                            "after {app=mine}");
            assertThat(process.waitFor()).isZero();
        }
    }
}
