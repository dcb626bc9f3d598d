package dev.cairn.engine.flows;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.StepDefinition;
import dev.cairn.runtime.internal.CairnVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A flow definition as the processor would generate it, put together from lambdas: so a test shows its flow in one place.
 *
 * @param <F> the flow class
 */
public final class TestFlow<F> extends FlowDefinition<F> {
    private final Supplier<F> factory;
    private final List<Field<F>> fields;
    private final List<Body<F>> bodies;
    private final BiFunction<String, TaskArtifacts, TaskView<?>> views;

    private TestFlow(Builder<F> builder) {
        super(
                FlowHeader.of(builder.generatedBy, builder.name, builder.type)
                        .documentation(builder.documentation)
                        .formerNames(builder.formerNames),
                builder.fields.stream().map(Field::definition).toList(),
                builder.steps);
        this.factory = builder.factory;
        this.fields = List.copyOf(builder.fields);
        this.bodies = List.copyOf(builder.bodies);
        this.views = builder.views;
    }

    /** The method of a step. */
    @FunctionalInterface
    public interface Body<F> {
        void call(F flow, TaskArguments task) throws Exception;
    }

    private record Field<F>(
            ArtifactDefinition definition,
            Function<F, @Nullable Object> getter,
            BiConsumer<F, @Nullable Object> setter) {}

    /** Starts to define a flow. */
    public static <F> Builder<F> of(String name, Class<F> type, Supplier<F> factory) {
        return new Builder<>(name, type, factory);
    }

    @Override
    public F newFlow() {
        return factory.get();
    }

    @Override
    public void call(F flow, int step, TaskArguments task) throws Exception {
        bodies.get(step).call(flow, task);
    }

    @Override
    public TaskView<?> view(int step, TaskArtifacts artifacts) {
        return views.apply(steps().get(step).name(), artifacts);
    }

    @Override
    public @Nullable Object get(F flow, int artifact) {
        return fields.get(artifact).getter().apply(flow);
    }

    @Override
    public void set(F flow, int artifact, @Nullable Object value) {
        fields.get(artifact).setter().accept(flow, value);
    }

    /** Defines a flow. */
    public static final class Builder<F> {
        private final String name;
        private final Class<F> type;
        private final Supplier<F> factory;
        private final List<Field<F>> fields = new ArrayList<>();
        private final List<StepDefinition> steps = new ArrayList<>();
        private final List<Body<F>> bodies = new ArrayList<>();
        private BiFunction<String, TaskArtifacts, TaskView<?>> views = (step, artifacts) -> {
            throw new IllegalArgumentException("the flow has no views");
        };
        private String generatedBy = CairnVersion.current();
        private String documentation = "";
        private String[] formerNames = {};

        private Builder(String name, Class<F> type, Supplier<F> factory) {
            this.name = name;
            this.type = type;
            this.factory = factory;
        }

        /** Says which version generated the code; by default this one. */
        public Builder<F> generatedBy(String version) {
            generatedBy = version;
            return this;
        }

        /** Says what the flow does. */
        public Builder<F> documentation(String text) {
            documentation = text;
            return this;
        }

        /** Says under which names older runs are stored. */
        public Builder<F> formerNames(String... names) {
            formerNames = names.clone();
            return this;
        }

        /** Says how the views of a step, by its name, are made; by default there are none. */
        public Builder<F> views(BiFunction<String, TaskArtifacts, TaskView<?>> makes) {
            views = makes;
            return this;
        }

        /** Adds an artifact. */
        public <T> Builder<F> artifact(
                String artifact,
                String javaType,
                ArtifactCodec<T> codec,
                Function<F, T> getter,
                BiConsumer<F, T> setter) {
            return field(ArtifactDefinition.artifact(artifact, javaType, codec), getter, setter);
        }

        /** Adds an artifact, parameter or constant. */
        @SuppressWarnings("unchecked")
        public <T> Builder<F> field(ArtifactDefinition definition, Function<F, T> getter, BiConsumer<F, T> setter) {
            fields.add(new Field<>(definition, getter::apply, (flow, value) -> setter.accept(flow, (T) value)));
            return this;
        }

        /** Adds a step. */
        public Builder<F> step(StepDefinition step, Body<F> body) {
            steps.add(step);
            bodies.add(body);
            return this;
        }

        /** The definition. */
        public TestFlow<F> build() {
            return new TestFlow<>(this);
        }
    }
}
