package dev.cairn.view.report;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import java.util.List;
import java.util.stream.Stream;

/** The parameters and constants of a run. For one thread. */
final class ParameterPart implements Section {
    private static final int MOST = 100;

    private final Run run;
    private final Omissions omissions;

    ParameterPart(Run run, Omissions omissions) {
        this.run = run;
        this.omissions = omissions;
    }

    @Override
    public String id() {
        return "parameters";
    }

    @Override
    public String title() {
        return run.constants().isEmpty() ? "Parameters" : "Parameters and constants";
    }

    @Override
    public boolean isPresent() {
        return !run.parameters().isEmpty()
                || !run.constants().isEmpty()
                || !run.secretParameters().isEmpty();
    }

    @Override
    public void write(Html html) {
        Tables.begin(html, "Table of parameters", "values", List.of("Name", "Value", "Type", "Size", "Address"));
        List<DataArtifact> all = Stream.concat(run.parameters().stream(), run.constants().stream())
                .toList();
        all.stream().limit(MOST).forEach(parameter -> row(html, parameter));
        for (String secret : run.secretParameters()) {
            html.open("tr").element("th", secret, "scope", "row");
            html.open("td", "colspan", "4").element("span", "secret, so its value is not stored", "class", "faint");
            html.close().closeLine();
        }
        Tables.end(html);
        if (all.size() > MOST) {
            omissions.say(html, "Of " + all.size() + " parameters and constants, the first " + MOST + " are listed.");
        }
    }

    private static void row(Html html, DataArtifact parameter) {
        html.open("tr").element("th", parameter.name(), "scope", "row").open("td");
        Artifacts.writeValue(html, parameter);
        html.close().open("td");
        Artifacts.writeType(html, parameter.type());
        html.close()
                .element("td", Artifacts.size(parameter.size()), "class", "number")
                .open("td");
        Artifacts.writeAddress(html, parameter.sha());
        html.close().closeLine();
    }
}
