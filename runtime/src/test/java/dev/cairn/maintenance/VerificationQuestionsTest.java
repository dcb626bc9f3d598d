package dev.cairn.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.datastore.Runs;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.StepDefinition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** A verification asks what a client can ask: what fails there is a problem, though all that is stored can be read in order. */
class VerificationQuestionsTest {
    @Test
    void theTasksOfAStepByNumber() {
        assertProblem("tasks", 4);
    }

    @Test
    void theLastTaskOfAStep() {
        assertProblem("lastTask", 3);
    }

    private static void assertProblem(String question, int arguments) {
        TestFlow<Numbers> flow = Numbers.flow("Single")
                .step(StepDefinition.end("start"), (each, task) -> {})
                .build();
        try (Datastore datastore = Datastore.inMemory()) {
            String run = TestRun.of(flow).datastore(datastore).run().id();
            assertThat(Verification.of(datastore).problems()).isEmpty();

            VerificationReport report = Verification.of(failing(datastore, question, arguments));

            assertThat(report.problems())
                    .containsExactly(new VerificationReport.Problem(
                            "the tasks of Single/" + run + "/start", "the datastore failed: an index is out of order"));
        }
    }

    /** The same datastore, in which one question has no answer. */
    private static Datastore failing(Datastore datastore, String question, int arguments) {
        Runs runs = proxy(Runs.class, datastore.runs(), question, arguments, null);
        return proxy(Datastore.class, datastore, "", 0, runs);
    }

    private static <T> T proxy(Class<T> type, T delegate, String failing, int count, Runs runs) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (runs != null && method.getName().equals("runs")) {
                        return runs;
                    } else if (method.getName().equals(failing) && method.getParameterCount() == count) {
                        throw new DatastoreException("the datastore failed: an index is out of order");
                    }
                    try {
                        return method.invoke(delegate, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
