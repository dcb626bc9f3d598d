package dev.cairn.processor.write.context;

import com.palantir.javapoet.ClassName;

/** The classes of the runtime that generated code uses; the processor does not depend on it. */
public final class RuntimeClasses {
    public static final ClassName ACCESS = runtime("Access");
    public static final ClassName ARTIFACT_DEFINITION = runtime("ArtifactDefinition");
    public static final ClassName DATASTORE = ClassName.get("dev.cairn.datastore", "Datastore");
    public static final ClassName FLOW_DEFINITION = runtime("FlowDefinition");
    public static final ClassName FLOW_FAILED_EXCEPTION = runtime("FlowFailedException");
    public static final ClassName FLOW_HEADER = runtime("FlowHeader");
    public static final ClassName FLOW_PROVIDER = runtime("FlowProvider");
    public static final ClassName FLOW_MAIN = runtime("FlowMain");
    public static final ClassName FLOW_RUN = client("FlowRun");
    public static final ClassName FLOW_RUNS = client("FlowRuns");
    public static final ClassName ABSENT_ARTIFACT_EXCEPTION = runtime("AbsentArtifactException");
    public static final ClassName INPUTS = runtime("Inputs");
    public static final ClassName ITEMS = runtime("Items");
    public static final ClassName JOINED_TASKS = runtime("JoinedTasks");
    public static final ClassName MERGE = runtime("Merge");
    public static final ClassName MERGE_CONFLICT_EXCEPTION = runtime("MergeConflictException");
    public static final ClassName NO_SUCH_RUN_EXCEPTION = client("NoSuchRunException");
    public static final ClassName NO_SUCH_TASK_EXCEPTION = runtime("NoSuchTaskException");
    public static final ClassName RETRIES = runtime("Retries");
    public static final ClassName RUN = client("Run");
    public static final ClassName RUN_BUILDER = ClassName.get("dev.cairn.engine", "RunBuilder");
    public static final ClassName STEP_DEFINITION = runtime("StepDefinition");
    public static final ClassName TASK = client("Task");
    public static final ClassName TASK_ARGUMENTS = runtime("TaskArguments");
    public static final ClassName TASK_ARTIFACTS = runtime("TaskArtifacts");
    public static final ClassName TASK_VIEW = runtime("TaskView");
    public static final ClassName TASK_VIEW_BUILDER = runtime("TaskViewBuilder");

    private RuntimeClasses() {}

    private static ClassName runtime(String name) {
        return ClassName.get("dev.cairn.runtime", name);
    }

    private static ClassName client(String name) {
        return ClassName.get("dev.cairn.client", name);
    }
}
