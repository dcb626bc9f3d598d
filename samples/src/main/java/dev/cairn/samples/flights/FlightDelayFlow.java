package dev.cairn.samples.flights;

import static dev.cairn.runtime.Merge.only;

import dev.cairn.Case;
import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.TaskContext;
import dev.cairn.samples.flights.FlightDelayFlowArtifacts.Name;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Asks two questions about 20,000 flights at once. Where and when do flights start late: a foreach over the airports, and in
 * it one over the times of day. Is it the distance: a loop that refines a straight line until it gets no better.
 */
@Flow
public class FlightDelayFlow {
    @Parameter(help = "CSV file of flights")
    IncludedFile data = IncludedFile.ofResource(FlightDelayFlow.class, "flights.csv");

    @Parameter(help = "departures that an airport needs to be ranked")
    int minimumDepartures = 100;

    @Parameter(help = "minutes by which a refinement has to reduce the error to be worth another one")
    double tolerance = 1e-4;

    List<Flight> flights;
    List<Airport> airports;
    List<TimeOfDay> times;
    TimeDelay timeDelay;
    AirportDelay airportDelay;
    List<AirportDelay> ranking;
    Line line;
    double error;
    boolean goodEnough;

    @Step(next = {"byAirport", "byDistance"})
    void start() {
        flights = FlightFile.read(data);
    }

    @Step(next = "airport", foreach = "airports")
    void byAirport() {
        airports =
                flights.stream()
                        .collect(Collectors.groupingBy(Flight::origin, TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(entry -> new Airport(entry.getKey(), entry.getValue()))
                        .toList();
    }

    @Step(next = "time", foreach = "times")
    void airport(@Item Airport airport) {
        times = airport.departures().stream()
                .map(flight -> TimeOfDay.of(flight.hour()))
                .distinct()
                .sorted()
                .toList();
    }

    @Step(next = "joinTimes")
    void time(@Item("airports") Airport airport, @Item("times") TimeOfDay time) {
        List<Flight> departures = airport.departures().stream()
                .filter(flight -> TimeOfDay.of(flight.hour()) == time)
                .toList();
        timeDelay = new TimeDelay(time, departures.size(), meanDelay(departures));
    }

    @Step(next = "joinAirports")
    void joinTimes(FlightDelayFlowArtifacts.JoinTimesInputs inputs, @Item("airports") Airport airport) {
        TimeOfDay worst = inputs.stream()
                .map(time -> time.timeDelay())
                .max(Comparator.comparingDouble(TimeDelay::meanDelay))
                .orElseThrow()
                .time();
        airportDelay =
                new AirportDelay(airport.code(), airport.departures().size(), meanDelay(airport.departures()), worst);
    }

    @Step(next = "join")
    void joinAirports(FlightDelayFlowArtifacts.JoinAirportsInputs inputs) {
        ranking = inputs.stream()
                .map(joinTimes -> joinTimes.airportDelay())
                .filter(delay -> delay.departures() >= minimumDepartures)
                .sorted(Comparator.comparingDouble(AirportDelay::meanDelay).reversed())
                .toList();
    }

    @Step(next = "refine")
    void byDistance() {
        line = new Line(0, 0);
        error = line.error(flights);
    }

    @Step(
            switchOn = "goodEnough",
            cases = {@Case(value = "true", next = "join"), @Case(value = "false", next = "refine")},
            maxIterations = 500)
    void refine() {
        double before = error;
        line = line.refine(flights);
        error = line.error(flights);
        goodEnough = before - error < tolerance;
    }

    @Step(next = "end")
    void join(FlightDelayFlowArtifacts.JoinInputs inputs) {
        ranking = inputs.joinAirports().ranking();
        inputs.mergeInto(this, only(Name.RANKING, Name.LINE, Name.ERROR));
    }

    @Step
    void end(TaskContext task) {
        task.log("latest airports:");
        ranking.stream()
                .limit(5)
                .forEach(delay -> task.log("  %s %.1f minutes, worst in the %s (%d departures)"
                        .formatted(
                                delay.airport(),
                                delay.meanDelay(),
                                delay.worstTime().name().toLowerCase(Locale.ROOT),
                                delay.departures())));
        task.log("a thousand miles more: %+.2f minutes (error %.1f)".formatted(line.slope(), error));
    }

    private static double meanDelay(List<Flight> flights) {
        return flights.stream().mapToInt(Flight::delay).average().orElseThrow();
    }
}
