package dev.cairn.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Steps are equal if all that is known of them is, though the comparison is written out. */
class StepModelTest {
    private static final Position HERE = new Position() {};
    private static final Position THERE = new Position() {};

    private static DecoratorsModel version(String version) {
        return new DecoratorsModel(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new Given<>(0, HERE), version);
    }

    private static Object[] components(StepModel step) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : StepModel.class.getRecordComponents()) {
            values.add(component.getAccessor().invoke(step));
        }
        return values.toArray();
    }

    private static StepModel of(Object[] components) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(StepModel.class.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<StepModel> constructor = StepModel.class.getDeclaredConstructor(types);
        return constructor.newInstance(components);
    }

    @Test
    void twoStepsThatDifferInOneThingAreNotEqual() throws ReflectiveOperationException {
        StepModel one = new StepModel(
                "load",
                new TransitionModel.Linear(new TransitionModel.Target("clean", HERE)),
                List.of(),
                true,
                false,
                version(""),
                "",
                List.of(),
                HERE,
                HERE);
        StepModel other = new StepModel(
                "clean",
                new TransitionModel.End(),
                List.of(new StepParameter.Context("task", HERE)),
                false,
                true,
                version("2"),
                "Cleans.",
                List.of("unused"),
                THERE,
                THERE);
        Object[] values = components(one);
        Object[] others = components(other);

        assertThat(of(values))
                .isEqualTo(one)
                .hasSameHashCodeAs(one)
                .isNotEqualTo(null)
                .isNotEqualTo("load");
        for (int i = 0; i < values.length; i++) {
            Object[] changed = values.clone();
            changed[i] = others[i];
            assertThat(of(changed))
                    .as(StepModel.class.getRecordComponents()[i].getName())
                    .isNotEqualTo(one);
        }
    }
}
