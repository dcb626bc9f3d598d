package dev.cairn.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that run flows. Its methods may have these parameters:
 *
 * <ul>
 *   <li>the generated builder of a flow, such as {@code ModelSelectionRunner.Builder}: it runs on the datastore of the test, by its clock,
 *       with one worker, so that tasks run one after the other in the order of the flow;
 *   <li>{@link dev.cairn.datastore.Datastore}: the datastore of the test, in memory and empty when the test starts;
 *   <li>{@link TestClock}: its clock, which never waits.
 * </ul>
 *
 * <pre>{@code
 * @CairnTest
 * class ModelSelectionTest {
 *     @Test
 *     void triesEachRate(ModelSelectionRunner.Builder runner) {
 *         ModelSelectionRun run = runner.rates(List.of(0.1, 0.2)).run();
 *
 *         assertThat(run).ran(Step.TRAIN).hasTasks(2).hasArtifact(Name.ACCURACY);
 *     }
 * }
 * }</pre>
 *
 * <p>When a test fails, what its runs left is added to the failure: their steps, and the artifacts of the tasks that failed or came last.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(CairnExtension.class)
public @interface CairnTest {}
