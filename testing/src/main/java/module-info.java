/** Tests of flows: a JUnit extension, a task by hand, assertions, and stored tasks once more. The assertions need AssertJ. */
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"})
module dev.cairn.testing {
    requires static transitive org.assertj.core;
    requires transitive dev.cairn.runtime;
    requires transitive org.junit.jupiter.api;
    requires org.slf4j;

    exports dev.cairn.testing;

    uses dev.cairn.runtime.FlowProvider;
}
