package dev.cairn.engine.temporal;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.engine.flows.Numbers;
import dev.cairn.runtime.definition.FlowDefinition;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a worker does before its first run is done once, and harms nothing if it fails. */
class WorkerPreparationTest {
    private final List<Object> written = new ArrayList<>();
    private final List<Object> read = new ArrayList<>();

    private final FlowDefinition<Numbers> flow =
            Numbers.flow("Prepared").step(end("start"), (flow, task) -> {}).build();

    /** That of workers; what passes through it is kept. */
    private DataConverter converter() {
        DataConverter converter = PayloadLimit.converter();
        return (DataConverter) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataConverter.class}, (proxy, method, arguments) -> {
                    Object result;
                    try {
                        result = method.invoke(converter, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals("toPayload")) {
                        written.add(arguments[0]);
                    } else if (arguments[0] instanceof Payload) {
                        read.add(result);
                    }
                    return result;
                });
    }

    @Test
    void everyMessageIsWrittenAndRead() {
        new WorkerPreparation(List.of(flow), converter()).run();

        assertThat(read).isEqualTo(written);
        assertThat(read)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "ChainTask", "ChainOutcome", "SliceTask", "SliceOutcome", "RunTask", "Scope", "ScopeOutcome");
    }

    @Test
    void whatFailsIsLeftToWhoeverNeedsIt() {
        DataConverter failing = (DataConverter) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataConverter.class}, (proxy, method, arguments) -> {
                    written.add(arguments[0]);
                    throw new IllegalStateException("no converter");
                });

        new WorkerPreparation(List.of(flow), failing).run();

        assertThat(written).hasSize(1);
    }
}
