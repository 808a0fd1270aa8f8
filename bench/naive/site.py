"""A list that counts and skips, with related rows fetched beside; no page is kept.

`python -m bench.naive.site FOLDER` loads the rows.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django
import environ
from django.conf import settings

LIST = """<!doctype html><title>Events</title><form><input name="q">
<select name="kind">{% for kind in kinds %}<option>{{ kind }}</option>{% endfor %}</select>
<select name="actor">{% for actor in actors %}<option value="{{ actor.pk }}">{{ actor.name }}
</option>{% endfor %}</select>
<select name="place">{% for place in places %}<option value="{{ place.pk }}">{{ place.name }}
</option>{% endfor %}</select></form>
<p>{{ paginator.count }} events, page {{ page_obj.number }} of {{ paginator.num_pages }}</p>
{% for event in object_list %}<article><h2><a href="/event/{{ event.pk }}/">{{ event.title }}
</a></h2><p><time>{{ event.date }}</time> {{ event.kind }} · {{ event.track }} ·
{{ event.place.name }}</p><p>{{ event.summary }}</p>
<p>{% for actor in event.actors.all %}<a href="?actor={{ actor.pk }}">{{ actor.name }}</a>
{% endfor %}</p><p>{% for source in event.sources.all %}{{ source.name }} {% endfor %}</p>
</article>{% endfor %}"""
PAGE = """<!doctype html><title>{{ object.title }}</title><h1>{{ object.title }}</h1>
<p>{{ object.date }} {{ object.kind }} {{ object.place.name }}</p><p>{{ object.summary }}</p>
<ul>{% for link in object.eventactor_set.all %}<li>{{ link.actor.name }} ({{ link.role }})
{% endfor %}{% for link in object.eventsource_set.all %}<li>{{ link.source.name }} {{ link.url }}
{% endfor %}{% for claim in object.claim_set.all %}<li>{{ claim.metric }} {{ claim.value_min }}
{% endfor %}</ul>"""
STOCK = (
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
)

settings.configure(
    SECRET_KEY="only-for-bench",  # noqa: S106
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="bench.naive.site",
    INSTALLED_APPS=[
        *("django.contrib.auth", "django.contrib.contenttypes"),
        *("django.contrib.sessions", "django.contrib.messages", "bench.naive"),
    ],
    MIDDLEWARE=STOCK,
    DATABASES={
        "default": {
            **environ.Env.db_url_config(os.environ["DATABASE_URL"]),
            "CONN_MAX_AGE": 600,
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.locmem.Loader",
                        {"list.html": LIST, "page.html": PAGE},
                    )
                ]
            },
        }
    ],
    USE_TZ=True,
)
django.setup()

# ruff: noqa: E402 -- models can be imported only now
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.db.models import Q, Sum
from django.db.models.functions import TruncMonth
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.generic import DetailView, ListView

from bench.naive.models import (
    Actor,
    Claim,
    Event,
    EventActor,
    EventSource,
    Place,
    Source,
)
from bench.rows import KINDS

TABLES = (Place, Actor, Source, Event, EventActor, EventSource, Claim)


class Events(ListView):
    """The list, with a count and an offset."""

    model, paginate_by, template_name = Event, 50, "list.html"

    def get_queryset(self):
        """Narrow by what is asked for."""
        asked = self.request.GET
        events = Event.objects.select_related("place").prefetch_related(
            "actors", "sources"
        )
        if words := asked.get("q"):
            events = events.filter(
                Q(title__icontains=words) | Q(summary__icontains=words)
            )
        if actor := asked.get("actor"):
            events = events.filter(actors=actor).distinct()
        columns = {"kind": "kind", "from": "date__gte", "to": "date__lte"}
        for part, column in columns.items():
            if value := asked.get(part):
                events = events.filter(**{column: value})
        return events.order_by("-date", "-id")

    def get_context_data(self, **context):
        """Add what the form can ask for."""
        return super().get_context_data(
            kinds=KINDS,
            actors=Actor.objects.order_by("name"),
            places=Place.objects.order_by("name"),
            **context,
        )


class EventPage(DetailView):
    """One event and what hangs on it."""

    model, template_name = Event, "page.html"


def chart(_request: HttpRequest) -> JsonResponse:
    """Give the claimed numbers by month and metric, added up anew each time."""
    months = (
        Claim.objects.annotate(month=TruncMonth("as_of"))
        .values("month", "metric")
        .annotate(low=Sum("value_min"), high=Sum("value_max"))
        .order_by("month", "metric")
    )
    return JsonResponse(list(months), safe=False)


urlpatterns = [
    path("", Events.as_view()),
    path("event/<int:pk>/", EventPage.as_view()),
    path("chart/", chart),
]
application = get_wsgi_application()


def load(folder: Path) -> None:
    """Make the tables and copy the files into them."""
    with connection.schema_editor() as editor:
        for model in TABLES:
            editor.create_model(model)
    with connection.cursor() as cursor:
        for model in TABLES:
            path = folder / f"{model._meta.db_table}.csv"
            columns = path.open().readline().strip()
            command = f"COPY {model._meta.db_table} ({columns}) FROM STDIN (FORMAT csv, HEADER)"
            with cursor.copy(command) as copy:
                copy.write(path.read_bytes())
        cursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    load(Path(sys.argv[1]))
