package dev.cairn.processor.write;

import com.palantir.javapoet.ClassName;

/** The classes of the runtime that generated code uses; the processor does not depend on it. */
final class RuntimeClasses {
    static final ClassName ACCESS = definition("Access");
    static final ClassName ARTIFACT_DEFINITION = definition("ArtifactDefinition");
    static final ClassName DATASTORE = ClassName.get("dev.cairn.datastore", "Datastore");
    static final ClassName FLOW_DEFINITION = definition("FlowDefinition");
    static final ClassName FLOW_FAILED_EXCEPTION = runtime("FlowFailedException");
    static final ClassName FLOW_HEADER = definition("FlowHeader");
    static final ClassName FLOW_PROVIDER = runtime("FlowProvider");
    static final ClassName FLOW_MAIN = runtime("FlowMain");
    static final ClassName FLOW_RUN = client("FlowRun");
    static final ClassName FLOW_RUNS = client("FlowRuns");
    static final ClassName ABSENT_ARTIFACT_EXCEPTION = runtime("AbsentArtifactException");
    static final ClassName INPUTS = runtime("Inputs");
    static final ClassName ITEMS = definition("Items");
    static final ClassName JOINED_TASKS = runtime("JoinedTasks");
    static final ClassName MERGE = runtime("Merge");
    static final ClassName MERGE_CONFLICT_EXCEPTION = runtime("MergeConflictException");
    static final ClassName NO_SUCH_RUN_EXCEPTION = client("NoSuchRunException");
    static final ClassName NO_SUCH_TASK_EXCEPTION = runtime("NoSuchTaskException");
    static final ClassName RETRIES = definition("Retries");
    static final ClassName RUN = client("Run");
    static final ClassName RUN_BUILDER = ClassName.get("dev.cairn.engine", "RunBuilder");
    static final ClassName STEP_DEFINITION = definition("StepDefinition");
    static final ClassName TASK = client("Task");
    static final ClassName TASK_ARGUMENTS = runtime("TaskArguments");
    static final ClassName TASK_ARTIFACTS = runtime("TaskArtifacts");
    static final ClassName TASK_VIEW = runtime("TaskView");
    static final ClassName TASK_VIEW_BUILDER = runtime("TaskViewBuilder");

    private RuntimeClasses() {}

    private static ClassName runtime(String name) {
        return ClassName.get("dev.cairn.runtime", name);
    }

    private static ClassName definition(String name) {
        return ClassName.get("dev.cairn.runtime.definition", name);
    }

    private static ClassName client(String name) {
        return ClassName.get("dev.cairn.client", name);
    }
}
