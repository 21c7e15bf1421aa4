"""Skills: created here, or imported from a source and synced with it, one by one or as a collection."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from ..document.refusal import Refusal, bad_gateway, bad_request, not_found
from ..engine.skill_records import KIND, full, save, summary
from ..state.kinds import AGENT, SLACK_BOT
from ..state.listing import Listing
from ..state.marks import mark
from ..state.request_context import RequestContext
from ..synthetic.skill_library import Release, SkillLocation, SourceError, find_release

SOURCE_KIND = "skill_source"
IMPORTED = ("github", "skills.sh")
EDITABLE = ("name", "tags", "triggerCondition")  # what can be changed in an imported skill
FIELDS = ("name", "description", "content", "triggerCondition", "tags", "requiredTools", "files",
         "disableModelInvocation", "allowedTools")  # fmt: skip
HOLDERS = ((AGENT, "agentId"), (SLACK_BOT, "botId"))
Skill = dict[str, Any]


def skills_list(context: RequestContext) -> dict[str, Any]:
    tag, namespace = context.query.get("tag"), context.query.get("namespace")
    marks = [[mark(name, value)] for name, value in (("tag", tag), ("namespace", namespace)) if value is not None]
    listing = Listing(
        context.store,
        KIND,
        marks,
        fits=lambda skill: bool(tag in (None, *full(skill)["tags"]) and namespace in (None, skill.get("namespace"))),
    )
    found = [summary(context, skill) for skill in listing.records(context.query["limit"])]
    return {"skills": found, "count": len(found)}


def skills_create(context: RequestContext) -> dict[str, Any]:
    skill = _new(context, {"type": "inline"}, _fields(context), namespace=context.body.get("namespace"))
    return {"success": True, "skill": full(skill), "message": "Skill created successfully"}


def skills_get(context: RequestContext) -> dict[str, Any]:
    return {"skill": full(_find(context))}


def skills_update(context: RequestContext) -> dict[str, Any]:
    skill, sent = _find(context), context.sent
    if skill["source"]["type"] in IMPORTED:
        skill["changes"] |= {name: sent[name] for name in EDITABLE if name in sent}
    else:
        skill["content"] |= _fields(context)
        skill |= {"namespace": sent["namespace"]} if "namespace" in sent else {}
    if "source" in sent:
        _change_source(skill, sent["source"])
    _save(context, skill)
    return {"success": True, "skill": full(skill), "message": "Skill updated successfully"}


def skills_delete(context: RequestContext) -> dict[str, Any]:
    _delete(context, [_find(context)])
    return {"success": True, "message": "Skill deleted successfully"}


def skills_import(context: RequestContext) -> dict[str, Any]:
    source = context.body["source"]
    content, message = _fetch(context, source)
    skill = _new(context, source, content, changes=_fields(context))
    return {"skill": full(skill), "message": f"Skill imported {message}"}


def skills_sync(context: RequestContext) -> dict[str, Any]:
    skill = _find(context)
    if skill["source"]["type"] not in IMPORTED:
        name = full(skill)["name"]
        raise _nothing_to_sync("skill", f"The skill {name} has no source to sync from.", skillId=skill["skillId"])
    skill["content"], message = _fetch(context, skill["source"])
    _save(context, skill)
    return {"skill": full(skill), "message": f"Skill synced {message}"}


def skills_list_collections(context: RequestContext) -> dict[str, Any]:
    names: dict[str, list[str]] = {}
    for skill in context.store.all(KIND):
        if "namespace" in skill:
            names.setdefault(skill["namespace"], []).append(full(skill)["name"])
    return {
        "collections": [
            {"namespace": namespace, "count": len(found), "skills": found} for namespace, found in sorted(names.items())
        ]
    }


def skills_import_collection(context: RequestContext) -> dict[str, Any]:
    body = context.body
    namespace, source = body["namespace"], body["source"]
    origin = {**source, "tags": body.get("tags"), "installedBy": body.get("installedBy")}
    for skill in _members(context, namespace):
        if "origin" in skill and _location(skill["origin"]) == _location(origin):
            skill["origin"] = origin
            save(context, skill)
    old, new, errors = _fetch_all(context, namespace, origin)
    for skill in old if "tags" in body else ():
        skill["changes"]["tags"] = body["tags"]
        _save(context, skill)
    return {
        "namespace": namespace,
        "imported": len(old) + len(new),
        "failed": len(errors),
        "skills": [summary(context, skill) for skill in (*old, *new)],
        "errors": errors,
    }


def skills_sync_collection(context: RequestContext) -> dict[str, Any]:
    namespace = context.path["namespace"]
    members = _members(context, namespace)
    if not members:
        raise not_found("Collection", namespace=namespace)
    if not any(skill["source"]["type"] in IMPORTED for skill in members):
        message = f"No skill of the collection {namespace} has a source to sync from."
        raise _nothing_to_sync("skills", message, namespace=namespace)
    synced, created, failed = [], [], 0
    failed_paths: set[str] = set()
    origins = {_location(origin): origin for skill in members if (origin := skill.get("origin"))}
    for origin in origins.values():
        old, new, errors = _fetch_all(context, namespace, origin)
        synced += old
        created += new
        failed += len(errors)
        failed_paths |= {error["path"] for error in errors}
    handled = {skill["skillId"] for skill in (*synced, *created)}
    for skill in members:
        if "origin" not in skill and skill["skillId"] not in handled and skill["source"]["type"] in IMPORTED:
            try:
                skill["content"], _ = _fetch(context, skill["source"])
            except Refusal:
                failed += 1
            else:
                _save(context, skill)
                synced.append(skill)
    return {
        "namespace": namespace,
        "synced": len(synced),
        "created": len(created),
        "failed": failed,
        "removedFromSource": [
            full(skill)["name"]
            for skill in members
            if "origin" in skill and skill["skillId"] not in handled and skill["source"]["path"] not in failed_paths
        ],
        "skills": [summary(context, skill) for skill in (*synced, *created)],
    }


def skills_delete_collection(context: RequestContext) -> dict[str, Any]:
    namespace = context.path["namespace"]
    members = _members(context, namespace)
    if not members:
        raise not_found("Collection", namespace=namespace)
    _delete(context, members)
    count = f"{len(members)} skill{'s' if len(members) > 1 else ''}"
    return {"success": True, "message": f"Collection {namespace} deleted with {count}"}


def _find(context: RequestContext) -> Skill:
    skill_id = context.path["skillId"]
    skill = context.store.get(KIND, skill_id)
    if skill is None:
        raise not_found("Skill", skillId=skill_id)
    return skill


def _members(context: RequestContext, namespace: str) -> list[Skill]:
    listing = Listing(context.store, KIND, [[mark("namespace", namespace)]], newest_first=False)
    return [skill for skill in listing.records() if skill.get("namespace") == namespace]


def _fields(context: RequestContext) -> dict[str, Any]:
    """The fields of a skill that a request sets, of those that the spec allows."""
    allowed = context.operation.body_properties
    return {name: context.body[name] for name in FIELDS if name in context.body and name in allowed}


def _new(context: RequestContext, source: dict[str, Any], content: dict[str, Any], **extra: Any) -> Skill:
    skill = {
        "skillId": context.new_uuid("skill"),
        "source": source,
        "content": content,
        "changes": {},
        "installedBy": (context.body or {}).get("installedBy"),
        "installedAt": context.iso_now,
        **extra,
    }
    return _save(context, {name: value for name, value in skill.items() if value is not None})


def _save(context: RequestContext, skill: Skill) -> Skill:
    skill["updatedAt"] = context.iso_now
    save(context, skill)
    return skill


def _change_source(skill: Skill, source: dict[str, Any]) -> None:
    """Change the source of a skill. One without a source to sync from keeps its content and its local changes."""
    skill["source"] = source
    skill.pop("origin", None)
    if source["type"] not in IMPORTED:
        skill |= {"content": skill["content"] | skill["changes"], "changes": {}}


def _delete(context: RequestContext, skills: list[Skill]) -> None:
    """Delete skills, and remove them from the agents and the bots that they are assigned to."""
    deleted = {skill["skillId"] for skill in skills}
    for skill_id in deleted:
        context.store.delete(KIND, skill_id)
    for kind, name in HOLDERS:
        for holder in context.store.all(kind):
            if deleted & set(holder["assignedSkills"]):
                holder["assignedSkills"] = [
                    skill_id for skill_id in holder["assignedSkills"] if skill_id not in deleted
                ]
                context.store.put(kind, holder[name], holder)


def _fetch(context: RequestContext, source: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The content that the source of a skill has now, and a phrase that names the source.

    Raises:
        Refusal: 502.
    """
    try:
        location = SkillLocation.of(source)
        found = _release(context, location)
        return found.skill(found.folder_of(location.path)), f"from {found.repo} at {found.version}"
    except SourceError as error:
        raise bad_gateway("Failed to fetch skill from source", str(error)) from None


def _fetch_all(
    context: RequestContext, namespace: str, origin: dict[str, Any]
) -> tuple[list[Skill], list[Skill], list[dict[str, str]]]:
    """Install the skills of a folder: those that existed before, the new ones, and the errors.

    Raises:
        Refusal: 502; the folder itself cannot be fetched.
    """
    try:
        location = SkillLocation.of(origin)
        found = _release(context, location)
        folders = found.folders((location.path or "").strip("/"))
    except SourceError as error:
        raise bad_gateway("GitHub API error", str(error)) from None
    old: list[Skill] = []
    new: list[Skill] = []
    errors = []
    members = _members(context, namespace)
    locations = {(found.repo, folder) for folder in folders}
    for folder in folders:
        try:
            content = found.skill(folder)
        except SourceError as error:
            errors.append({"path": folder, "error": str(error)})
            continue
        source = {"type": "github", "repo": found.repo, "path": folder}
        source |= {"version": origin["version"]} if "version" in origin else {}
        existing = _matching_member(members, source, content["name"], locations)
        if existing is None:
            changes = {"tags": origin["tags"]} if origin["tags"] is not None else {}
            extra = {"installedBy": origin["installedBy"], "namespace": namespace, "origin": origin}
            new.append(_new(context, source, content, changes=changes, **extra))
        else:
            existing |= {"source": source, "content": content, "origin": origin}
            old.append(_save(context, existing))
    return old, new, errors


def _matching_member(
    members: Iterable[Skill], source: dict[str, Any], name: str, locations: Collection[tuple[str, str]]
) -> Skill | None:
    """The member that comes from the same folder, or else has the same name and comes from none of the folders."""
    by_location = (skill for skill in members if _location(skill["source"]) == _location(source))
    by_name = (
        skill for skill in members if full(skill)["name"] == name and _location(skill["source"]) not in locations
    )
    return next(by_location, None) or next(by_name, None)


def _location(source: dict[str, Any]) -> tuple[Any, Any]:
    return source.get("repo"), source.get("path")


def _release(context: RequestContext, location: SkillLocation) -> Release:
    """A repository in its present state. Its timeline starts when an organisation first fetches from it."""
    first_fetch = context.store.get(SOURCE_KIND, location.repo)
    found = find_release(location, context.now - first_fetch["since"] if first_fetch else 0)
    if first_fetch is None:
        context.store.put(SOURCE_KIND, location.repo, {"since": context.now})
    return found


def _nothing_to_sync(what: str, message: str, **context: str) -> Refusal:
    return bad_request(message, **context, error=f"Cannot sync inline {what}")
