package dev.cairn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.acme.Grading;
import com.acme.GradingRunner;
import dev.cairn.engine.RunBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What a test that fails shows. */
class CairnExtensionTest {
    @AfterEach
    void failNoMore() {
        Grading.FAILURES.set(0);
    }

    /** Not for the build: these fail. */
    @CairnTest
    @Disabled("run by the tests around it")
    static class Failing {
        @Test
        void flow(GradingRunner.Builder runner) {
            Grading.FAILURES.set(1000);
            runner.run();
        }

        @Test
        void assertion(GradingRunner.Builder runner) {
            assertThat(runner.run().risk().mean()).isEqualTo(17);
        }

        @Test
        void nothingRan(GradingRunner.Builder runner) {
            assertThat(runner).isNull();
        }

        @Test
        void parameter(RunBuilder<?, ?> runner) {}
    }

    private static Throwable failure(String test) {
        List<Event> failed = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .selectors(selectMethod(Failing.class.getName() + "#" + test))
                .execute()
                .testEvents()
                .failed()
                .list();
        return failed.get(0)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static String shown(Throwable failure) {
        return failure.getSuppressed()[0].toString().replaceAll("\\d{8}T\\d{9}-\\w+", "ID");
    }

    @Test
    void aFailedFlowShowsItsArtifacts() {
        assertThat(shown(failure("flow(" + GradingRunner.Builder.class.getName() + ")")))
                .isEqualTo("""
                        what the runs of this test left:
                          run Grading/ID failed
                            start: 1 task finished
                            grade: did not finish
                            join: did not finish
                            risk: did not finish
                            end: did not finish
                          artifacts of grade/0, which failed:
                            grade = 0
                            texts = ["a", "bb", "ccc"]
                            bonus = 1""");
    }

    @Test
    void aFailedAssertionShowsThemToo() {
        assertThat(shown(failure("assertion(" + GradingRunner.Builder.class.getName() + ")")))
                .isEqualTo("""
                        what the runs of this test left:
                          run Grading/ID succeeded
                            start: 1 task finished
                            grade: 3 tasks finished
                            join: 1 task finished
                            risk: 1 task finished
                            end: 1 task finished
                          artifacts of end:
                            grades = [2, 3, 4]
                            mean = 3.0
                            failure = null
                            report = "[2, 3, 4] at 27"
                            texts = ["a", "bb", "ccc"]
                            bonus = 1""");
    }

    @Test
    void withoutARunThereIsNothingToShow() {
        assertThat(failure("nothingRan(" + GradingRunner.Builder.class.getName() + ")")
                        .getSuppressed())
                .isEmpty();
    }

    @Test
    void onlyTheBuilderOfAFlowIsMade() {
        assertThat(failure("parameter(" + RunBuilder.class.getName() + ")"))
                .hasMessageContaining("No ParameterResolver registered for parameter");
    }
}
