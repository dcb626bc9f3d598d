package dev.cairn.processor.lock;

import dev.cairn.processor.model.Position;
import dev.cairn.processor.report.Problem;

/** What older runs have stored can be read by the code of today. */
public final class IncompatibleChange {
    static final String ID = "incompatible-change";

    private IncompatibleChange() {}

    /**
     * What is to be said of a finding.
     *
     * @param path the path from an artifact to the type that changed; empty if an artifact did
     */
    public static Problem problem(Finding finding, Position position, String path) {
        Problem problem = finding.isCertain()
                ? Problem.error(ID, position, finding.headline())
                : Problem.warning(ID, position, finding.headline());
        if (!finding.reason().isEmpty()) {
            problem = problem.detail("why", finding.reason());
        }
        if (!path.isEmpty()) {
            problem = problem.detail("path", path);
        }
        return problem.fix(finding.fix()
                + (finding.isCertain()
                        ? " To accept that older runs cannot be read here, build once with `-Acairn.lock.write=all`."
                        : ""));
    }
}
