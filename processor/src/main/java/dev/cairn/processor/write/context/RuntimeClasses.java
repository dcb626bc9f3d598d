package dev.cairn.processor.write.context;

import com.palantir.javapoet.ClassName;

/** The classes of the runtime that generated code uses; the processor does not depend on it. */
public final class RuntimeClasses {
    public static final ClassName ACCESS = definition("Access");
    public static final ClassName ARTIFACT_DEFINITION = definition("ArtifactDefinition");
    public static final ClassName DATASTORE = ClassName.get("dev.cairn.datastore", "Datastore");
    public static final ClassName FLOW_DEFINITION = definition("FlowDefinition");
    public static final ClassName FLOW_HEADER = definition("FlowHeader");
    public static final ClassName FLOW_PROVIDER = runtime("FlowProvider");
    public static final ClassName FLOW_MAIN = runtime("FlowMain");
    public static final ClassName FLOW_RUN = client("FlowRun");
    public static final ClassName FLOW_RUN_BUILDER = ClassName.get("dev.cairn.engine", "FlowRunBuilder");
    public static final ClassName FLOW_RUNS = client("FlowRuns");
    public static final ClassName ITEMS = definition("Items");
    public static final ClassName JOINED_TASKS = runtime("JoinedTasks");
    public static final ClassName MERGEABLE_INPUTS = runtime("MergeableInputs");
    public static final ClassName RESOURCES = definition("Resources");
    public static final ClassName RETRIES = definition("Retries");
    public static final ClassName RUN = client("Run");
    public static final ClassName RUN_HANDLE = ClassName.get("dev.cairn.engine", "RunHandle");
    public static final ClassName RUN_REFERENCE = runtime("RunReference");
    public static final ClassName STEP_DEFINITION = definition("StepDefinition");
    public static final ClassName TASK = client("Task");
    public static final ClassName TASK_ARGUMENTS = runtime("TaskArguments");
    public static final ClassName TASK_ARTIFACTS = runtime("TaskArtifacts");
    public static final ClassName TASK_VIEW = runtime("TaskView");
    public static final ClassName TASK_VIEW_BUILDER = runtime("TaskViewBuilder");

    // Only documentation names these, spelled out: some compilers warn of an import that no code needs.
    public static final String ABSENT_ARTIFACT_EXCEPTION = "dev.cairn.runtime.AbsentArtifactException";
    public static final String FLOW_FAILED_EXCEPTION = "dev.cairn.runtime.FlowFailedException";
    public static final String NO_SUCH_RUN_EXCEPTION = "dev.cairn.client.NoSuchRunException";
    public static final String NO_SUCH_TASK_EXCEPTION = "dev.cairn.client.NoSuchTaskException";

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
