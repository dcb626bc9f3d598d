rootProject.name = "flows"
