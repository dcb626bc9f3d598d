/** The command line of flows. */
module dev.cairn.cli {
    requires dev.cairn.transfer;
    requires dev.cairn.view;
    requires info.picocli;
    requires transitive dev.cairn.runtime;

    exports dev.cairn.cli;

    uses dev.cairn.runtime.FlowProvider;

    provides dev.cairn.runtime.FlowProgram with
            dev.cairn.cli.FlowCommandLine;
    provides dev.cairn.runtime.ParameterParser with
            dev.cairn.cli.TextParameters;
}
