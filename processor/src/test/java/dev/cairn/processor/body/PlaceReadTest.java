package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.BodyModel.PlaceRead;
import org.junit.jupiter.api.Test;

/** What a step may ask its {@code TaskContext} of its place in the foreaches around it. */
final class PlaceReadTest {
    private static PlaceRead placeRead(String body) {
        return Bodies.ofStep(body, step -> step.model().placeRead());
    }

    @Test
    void mostCallsTellNothingOfIt() {
        assertThat(placeRead("")).isEqualTo(PlaceRead.NOTHING);
        assertThat(placeRead("task.log(\"a\" + a);")).isEqualTo(PlaceRead.NOTHING);
        assertThat(placeRead("run(() -> task.log(\"\"));")).isEqualTo(PlaceRead.NOTHING);
    }

    @Test
    void parametersAreAskedForByName() {
        assertThat(allParameters("task.log(\"\" + a);")).isFalse();
        assertThat(allParameters("use(task.taskId());")).isFalse();
        assertThat(allParameters("use(task.parameters());")).isTrue();
        assertThat(allParameters("use(task);")).isTrue();
    }

    private static boolean allParameters(String body) {
        return Bodies.ofStep(body, step -> step.model().allParameters());
    }

    @Test
    void idsTellThePosition() {
        assertThat(placeRead("task.log(task.taskId());")).isEqualTo(PlaceRead.INDEX);
        assertThat(placeRead("use(task.path());")).isEqualTo(PlaceRead.INDEX);
    }

    @Test
    void allElseMayTellAll() {
        assertThat(placeRead("use(task.foreachStack(), task.taskId());")).isEqualTo(PlaceRead.STACK);
        assertThat(placeRead("use(task);")).isEqualTo(PlaceRead.STACK);
        assertThat(placeRead("TaskContext other = task;")).isEqualTo(PlaceRead.STACK);
        assertThat(placeRead("run(task::foreachStack);")).isEqualTo(PlaceRead.STACK);
        assertThat(placeRead("use((task).taskId());")).isEqualTo(PlaceRead.STACK);
    }
}
