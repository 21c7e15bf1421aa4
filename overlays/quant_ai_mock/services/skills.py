"""Skills: made here, or imported from the library and kept in step with it, alone or as a collection."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from ..document.refusal import Refusal, bad_gateway, bad_request, not_found
from ..engine.skill_records import KIND, shown, summary
from ..state.kinds import AGENT, SLACK_BOT
from ..state.request_context import RequestContext
from ..synthetic.skill_library import Release, SkillLocation, SourceError, find_release

SEEN = "skill_source"
IMPORTED = ("github", "skills.sh")
LOCAL = ("name", "tags", "triggerCondition")  # what can be changed in an imported skill
ABOUT = ("name", "description", "content", "triggerCondition", "tags", "requiredTools", "files",
         "disableModelInvocation", "allowedTools")  # fmt: skip
HOLDERS = ((AGENT, "agentId"), (SLACK_BOT, "botId"))
Skill = dict[str, Any]


def skills_list(context: RequestContext) -> dict[str, Any]:
    tag, namespace = context.query.get("tag"), context.query.get("namespace")
    found = [
        summary(context, skill)
        for skill in context.store.all(KIND, newest_first=True)
        if tag in (None, *shown(skill)["tags"]) and namespace in (None, skill.get("namespace"))
    ][: context.query["limit"]]
    return {"skills": found, "count": len(found)}


def skills_create(context: RequestContext) -> dict[str, Any]:
    skill = _new(context, {"type": "inline"}, _about(context), namespace=context.body.get("namespace"))
    return {"success": True, "skill": shown(skill), "message": "Skill created successfully"}


def skills_get(context: RequestContext) -> dict[str, Any]:
    return {"skill": shown(_find(context))}


def skills_update(context: RequestContext) -> dict[str, Any]:
    skill, sent = _find(context), context.sent
    if skill["source"]["type"] in IMPORTED:
        skill["changes"] |= {name: sent[name] for name in LOCAL if name in sent}
    else:
        skill["content"] |= _about(context)
        skill |= {"namespace": sent["namespace"]} if "namespace" in sent else {}
    if "source" in sent:
        _move(skill, sent["source"])
    _keep(context, skill)
    return {"success": True, "skill": shown(skill), "message": "Skill updated successfully"}


def skills_delete(context: RequestContext) -> dict[str, Any]:
    _remove(context, [_find(context)])
    return {"success": True, "message": "Skill deleted successfully"}


def skills_import(context: RequestContext) -> dict[str, Any]:
    source = context.body["source"]
    content, message = _fetch(context, source)
    skill = _new(context, source, content, changes=_about(context))
    return {"skill": shown(skill), "message": f"Skill imported {message}"}


def skills_sync(context: RequestContext) -> dict[str, Any]:
    skill = _find(context)
    if skill["source"]["type"] not in IMPORTED:
        name = shown(skill)["name"]
        raise _nothing_to_sync("skill", f"The skill {name} has no source to sync from.", skillId=skill["skillId"])
    skill["content"], message = _fetch(context, skill["source"])
    _keep(context, skill)
    return {"skill": shown(skill), "message": f"Skill synced {message}"}


def skills_list_collections(context: RequestContext) -> dict[str, Any]:
    names: dict[str, list[str]] = {}
    for skill in context.store.all(KIND):
        if "namespace" in skill:
            names.setdefault(skill["namespace"], []).append(shown(skill)["name"])
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
        if "origin" in skill and _place(skill["origin"]) == _place(origin):
            skill["origin"] = origin
            context.store.put(KIND, skill["skillId"], skill)
    old, new, errors = _fetch_all(context, namespace, origin)
    for skill in old if "tags" in body else ():
        skill["changes"]["tags"] = body["tags"]
        _keep(context, skill)
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
    kept: set[str] = set()
    origins = {_place(origin): origin for skill in members if (origin := skill.get("origin"))}
    for origin in origins.values():
        old, new, errors = _fetch_all(context, namespace, origin)
        synced += old
        created += new
        failed += len(errors)
        kept |= {error["path"] for error in errors}
    done = {skill["skillId"] for skill in (*synced, *created)}
    for skill in members:
        if "origin" not in skill and skill["skillId"] not in done and skill["source"]["type"] in IMPORTED:
            try:
                skill["content"], _ = _fetch(context, skill["source"])
            except Refusal:
                failed += 1
            else:
                _keep(context, skill)
                synced.append(skill)
    return {
        "namespace": namespace,
        "synced": len(synced),
        "created": len(created),
        "failed": failed,
        "removedFromSource": [
            shown(skill)["name"]
            for skill in members
            if "origin" in skill and skill["skillId"] not in done and skill["source"]["path"] not in kept
        ],
        "skills": [summary(context, skill) for skill in (*synced, *created)],
    }


def skills_delete_collection(context: RequestContext) -> dict[str, Any]:
    namespace = context.path["namespace"]
    members = _members(context, namespace)
    if not members:
        raise not_found("Collection", namespace=namespace)
    _remove(context, members)
    count = f"{len(members)} skill{'s' if len(members) > 1 else ''}"
    return {"success": True, "message": f"Collection {namespace} deleted with {count}"}


def _find(context: RequestContext) -> Skill:
    own_id = context.path["skillId"]
    skill = context.store.get(KIND, own_id)
    if skill is None:
        raise not_found("Skill", skillId=own_id)
    return skill


def _members(context: RequestContext, namespace: str) -> list[Skill]:
    return [skill for skill in context.store.all(KIND) if skill.get("namespace") == namespace]


def _about(context: RequestContext) -> dict[str, Any]:
    """What a request says of a skill itself, of what the document lets it say."""
    known = context.operation.body_properties
    return {name: context.body[name] for name in ABOUT if name in context.body and name in known}


def _new(context: RequestContext, source: dict[str, Any], content: dict[str, Any], **more: Any) -> Skill:
    skill = {
        "skillId": context.new_uuid("skill"),
        "source": source,
        "content": content,
        "changes": {},
        "installedBy": (context.body or {}).get("installedBy"),
        "installedAt": context.iso_now,
        **more,
    }
    return _keep(context, {name: value for name, value in skill.items() if value is not None})


def _keep(context: RequestContext, skill: Skill) -> Skill:
    skill["updatedAt"] = context.iso_now
    context.store.put(KIND, skill["skillId"], skill)
    return skill


def _move(skill: Skill, source: dict[str, Any]) -> None:
    """Let a skill be synced from elsewhere, by itself, or, without a source to sync from, be the organisation's own."""
    skill["source"] = source
    skill.pop("origin", None)
    if source["type"] not in IMPORTED:
        skill |= {"content": skill["content"] | skill["changes"], "changes": {}}


def _remove(context: RequestContext, skills: list[Skill]) -> None:
    """Delete skills, and take them from the agents and the bots that have them."""
    gone = {skill["skillId"] for skill in skills}
    for own_id in gone:
        context.store.delete(KIND, own_id)
    for kind, name in HOLDERS:
        for holder in context.store.all(kind):
            if gone & set(holder["assignedSkills"]):
                holder["assignedSkills"] = [own_id for own_id in holder["assignedSkills"] if own_id not in gone]
                context.store.put(kind, holder[name], holder)


def _fetch(context: RequestContext, source: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """What the source of a skill holds now, and where that was.

    Raises:
        Refusal: 502.
    """
    try:
        place = SkillLocation.of(source)
        found = _release(context, place)
        return found.skill(found.folder_of(place.path)), f"from {found.repo} at {found.version}"
    except SourceError as error:
        raise bad_gateway("Failed to fetch skill from source", str(error)) from None


def _fetch_all(
    context: RequestContext, namespace: str, origin: dict[str, Any]
) -> tuple[list[Skill], list[Skill], list[dict[str, str]]]:
    """Install what a folder holds: the skills that were there before, those that are new, and what failed.

    Raises:
        Refusal: 502; the folder itself cannot be had.
    """
    try:
        place = SkillLocation.of(origin)
        found = _release(context, place)
        folders = found.folders((place.path or "").strip("/"))
    except SourceError as error:
        raise bad_gateway("GitHub API error", str(error)) from None
    old: list[Skill] = []
    new: list[Skill] = []
    errors = []
    members = _members(context, namespace)
    places = {(found.repo, folder) for folder in folders}
    for folder in folders:
        try:
            content = found.skill(folder)
        except SourceError as error:
            errors.append({"path": folder, "error": str(error)})
            continue
        source = {"type": "github", "repo": found.repo, "path": folder}
        source |= {"version": origin["version"]} if "version" in origin else {}
        before = _twin(members, source, content["name"], places)
        if before is None:
            changes = {"tags": origin["tags"]} if origin["tags"] is not None else {}
            more = {"installedBy": origin["installedBy"], "namespace": namespace, "origin": origin}
            new.append(_new(context, source, content, changes=changes, **more))
        else:
            before |= {"source": source, "content": content, "origin": origin}
            old.append(_keep(context, before))
    return old, new, errors


def _twin(
    members: Iterable[Skill], source: dict[str, Any], name: str, places: Collection[tuple[str, str]]
) -> Skill | None:
    """The skill of a collection that comes from the same folder, or else has its name and is of no other."""
    by_place = (skill for skill in members if _place(skill["source"]) == _place(source))
    by_name = (skill for skill in members if shown(skill)["name"] == name and _place(skill["source"]) not in places)
    return next(by_place, None) or next(by_name, None)


def _place(source: dict[str, Any]) -> tuple[Any, Any]:
    return source.get("repo"), source.get("path")


def _release(context: RequestContext, place: SkillLocation) -> Release:
    """A repository as it is by now. Its time begins when an organisation first fetches from it."""
    seen = context.store.get(SEEN, place.repo)
    found = find_release(place, context.now - seen["since"] if seen else 0)
    if seen is None:
        context.store.put(SEEN, place.repo, {"since": context.now})
    return found


def _nothing_to_sync(what: str, message: str, **context: str) -> Refusal:
    return bad_request(message, **context, error=f"Cannot sync inline {what}")
